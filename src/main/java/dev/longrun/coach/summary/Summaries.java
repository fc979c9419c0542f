package dev.longrun.coach.summary;

import dev.longrun.coach.Memory;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.summary.SummaryPeriod.Kind;
import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Sha256;
import dev.longrun.log.Source;
import dev.longrun.report.Delivery;
import dev.longrun.report.SourceFreshness;
import dev.longrun.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the summaries of weeks and months from findings and advice, complete without a model. One is said again, as the next version,
 * when late data change it materially; small things only change its table.
 */
public final class Summaries {
  private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);

  private final SummaryStore store;
  private final DueSummaries due;
  private final SummaryDesk desk;
  private final SummaryWords words;
  private final Delivery delivery;
  private final Memory memory;
  private final Clock clock;
  private final ZoneId timezone;
  private Instant horizon = Instant.MIN;

  public Summaries(Settings settings, Database database, dev.longrun.report.Freshness freshness, SummaryWords words, Delivery delivery, Memory memory) {
    this.clock = settings.clock();
    this.timezone = settings.timezone();
    this.store = new SummaryStore(database, clock);
    this.due = new DueSummaries(store, clock, timezone);
    this.desk = new SummaryDesk(settings, database, freshness);
    this.words = words;
    this.delivery = delivery;
    this.memory = memory;
  }

  /** The weeks to look at now, oldest first: the schedule has come, or the program has started. */
  public synchronized List<SummaryPeriod> dueWeeks() {
    horizon = clock.instant();
    return due.finishedBefore(Kind.WEEK, horizon);
  }

  /** The months to look at now, oldest first. */
  public synchronized List<SummaryPeriod> dueMonths() {
    horizon = clock.instant();
    return due.finishedBefore(Kind.MONTH, horizon);
  }

  /** The same between two schedules: words that are missing, sources that have answered, facts that have changed. */
  public synchronized List<SummaryPeriod> unfinished() {
    if (horizon.equals(Instant.MIN)) {
      return List.of();
    }
    List<SummaryPeriod> both = new java.util.ArrayList<>(due.finishedBefore(Kind.WEEK, horizon));
    both.addAll(due.finishedBefore(Kind.MONTH, horizon));
    return both;
  }

  /** Writes a summary unless the present one is current, or a silent source is still waited for. */
  public synchronized void sumUp(SummaryPeriod period) {
    write(period, false);
  }

  /**
   * Writes a summary on request and delivers it, whatever is waited for.
   *
   * @param kind {@code week} or {@code month}
   * @param name such as {@code 2026-W46} or {@code 2026-10}
   * @throws IllegalArgumentException with a sentence when there is no such finished period
   */
  public synchronized void summarise(String kind, String name) {
    SummaryPeriod period = SummaryPeriod.parse(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), name);
    if (period.end(timezone).isAfter(clock.instant())) {
      throw new IllegalArgumentException("The " + kind + " " + period.name() + " (" + period.dates() + ") is not over yet; ask again after its last day.");
    }
    write(period, true);
    delivery.deliver();
    memory.catchUp();
  }

  private void write(SummaryPeriod period, boolean requested) {
    List<SourceFreshness> silent = due.silent(period, desk.freshness());
    if (!requested && due.isWorthWaiting(period, silent)) {
      LOG.info("The summary of {} waits for {}", period.name(), silent.stream().map(source -> source.source().title()).toList());
      return;
    }
    Optional<StoredSummary> before = store.find(period);
    if (!requested && before.isEmpty() && silent.stream().anyMatch(source -> isOfLaterFiles(source, period)) && !store.hasRuns(period)) {
      return;
    }
    Draft draft = desk.make(period, !silent.isEmpty(), (material, handle) -> draft(period, material, silent, before.orElse(null)));
    if (before.isPresent() && !requested && !isToBeWritten(period, before.get(), draft)) {
      finish(period, before.get(), draft);
      return;
    }
    boolean sameWords = before.isPresent() && !requested && before.get().words() != null && draft.restated() == null;
    boolean wordsFollow = words.mayFollow() && !sameWords;
    int version = before.map(summary -> summary.version() + (requested || draft.restated() != null || summary.incomplete() != !silent.isEmpty() ? 1 : 0)).orElse(1);
    String kept = sameWords ? before.get().words() : null;
    store(period, version, draft, kept, wordsFollow, silent, 0, null);
    if (wordsFollow) {
      deliver();
      ask(period, version, draft, silent, 0);
    }
  }

  /** Who imports a file now and then need not read of every period between that nothing is known of it. */
  private boolean isOfLaterFiles(SourceFreshness source, SummaryPeriod period) {
    return source.source() == Source.FILE && (source.lastAnsweredAt() == null || source.lastAnsweredAt().isBefore(period.start(timezone)));
  }

  /** Whether anything that is printed differs, or what it rests on does materially, and it may be said again by itself. */
  private boolean isToBeWritten(SummaryPeriod period, StoredSummary before, Draft draft) {
    if (before.inputHash().equals(draft.inputHash()) && draft.restated() == null) {
      return false;
    }
    Digest now = draft.material().digest();
    boolean formulasChanged = before.digest() != null && before.digest().formulas() != now.formulas() && now.hasTheRunsOf(before.digest());
    boolean late = !due.mayStillChange(period) && !before.incomplete() && !before.text().contains(SummaryPage.NOT_COUNTED);
    return !formulasChanged && !late;
  }

  /** Nothing new is printed; the model's words may still be missing. */
  private void finish(SummaryPeriod period, StoredSummary before, Draft draft) {
    if (before.wordsPending() && before.inputHash().equals(draft.inputHash())) {
      ask(period, before.version(), draft, due.silent(period, desk.freshness()), before.attempts());
    }
  }

  /**
   * @param restated what is materially different from the version before; null: nothing
   * @param digest what later looks are held against: of the text that was said, so that many small steps are not missed
   * @param outcomes what became of the advice for the period; empty while it is not wholly known
   */
  private record Draft(SummaryDesk.Material material, String page, String evidence, String inputHash, String restated, Digest digest, List<AdviceLedger.Outcome> outcomes, LogView log) {}

  private Draft draft(SummaryPeriod period, SummaryDesk.Material material, List<SourceFreshness> silent, StoredSummary before) {
    String restated = restated(before, material.digest(), silent.isEmpty());
    SummaryPage page = new SummaryPage(period, material.log().units());
    String printed = page.markdown(material.text(), null, null, silent, material.notCounted(), null);
    String evidence = new SummaryEvidence(period, material, desk.freshness()).json();
    Digest digest = restated == null && before != null && before.digest() != null ? before.digest() : material.digest();
    List<AdviceLedger.Outcome> outcomes = silent.isEmpty() ? AdviceLedger.outcomes(period, material.log()) : List.of();
    return new Draft(material, printed, evidence, Sha256.of(printed.getBytes(StandardCharsets.UTF_8)), restated, digest, outcomes, material.log());
  }

  private static String restated(StoredSummary before, Digest now, boolean complete) {
    if (before == null || before.digest() == null) {
      return null;
    }
    List<String> changes = now.materialChangesSince(before.digest());
    if (before.incomplete() && complete) {
      return changes.isEmpty() ? "it is complete now" : "it is complete now; " + String.join("; ", changes);
    }
    return changes.isEmpty() ? null : String.join("; ", changes);
  }

  private void store(SummaryPeriod period, int version, Draft draft, String said, boolean pending, List<SourceFreshness> silent, int attempts, String trouble) {
    SummaryPage page = new SummaryPage(period, draft.log().units());
    String footnote = pending ? words.footnote() : null;
    String text = page.markdown(draft.material().text(), said, draft.restated(), silent, draft.material().notCounted(), footnote);
    StoredSummary summary =
        new StoredSummary(period, version, draft.inputHash(), said, pending, !silent.isEmpty(), draft.digest(), draft.restated(), attempts, text);
    store.store(summary, draft.evidence(), picture(draft), draft.material().text().advice(), draft.outcomes(), remembered(period, draft), trouble);
    LOG.info("Summary {} version {}{}", period.name(), version, pending ? ", words pending" : "");
  }

  private void ask(SummaryPeriod period, int version, Draft draft, List<SourceFreshness> silent, int attempts) {
    SummaryWords.Said said = words.ask(period, draft.material().text(), attempts);
    if (said.isStopped()) {
      return;
    }
    if (said.pending()) {
      store.noteTrouble(period, said.attempts(), said.trouble());
      return;
    }
    store(period, version, draft, said.markdown(), false, silent, said.attempts(), said.trouble());
  }

  /** What cannot be delivered now stays due, and the route that delivers says so. */
  private void deliver() {
    try {
      delivery.deliver();
    } catch (RuntimeException e) {
      LOG.warn("Asking for words before everything is delivered: {}", PlainText.line(e.getMessage()));
    }
  }

  private static String picture(Draft draft) {
    return draft.material().text().chart() == null ? null : draft.material().text().chart().svg();
  }

  private static String remembered(SummaryPeriod period, Draft draft) {
    return period.title() + ". " + draft.material().text().top().stream().map(Finding::text).collect(Collectors.joining(" "));
  }
}
