package dev.longrun.coach;

import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.report.Delivery;
import dev.longrun.report.Markdown;
import dev.longrun.report.SourceFreshness;
import dev.longrun.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the weekly summaries. One is made again when its facts have changed, and the model is asked again only when what its
 * words were made from has. The numbers are delivered before the model is asked; its words follow, however late.
 */
public final class Summaries {
  private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);
  private static final int MOST_ATTEMPTS = 3;

  private final SummaryStore store;
  private final DueWeeks dueWeeks;
  private final Facts facts;
  private final Coach coach;
  private final Delivery delivery;
  private final Memory memory;
  private final Settings settings;
  private final Clock clock;
  private final ZoneId timezone;
  private Instant horizon = Instant.MIN;

  public Summaries(Settings settings, Database database, Facts facts, Coach coach, Delivery delivery, Memory memory) {
    this.delivery = delivery;
    this.memory = memory;
    this.settings = settings;
    this.clock = settings.clock();
    this.timezone = settings.timezone();
    this.store = new SummaryStore(database, clock);
    this.dueWeeks = new DueWeeks(store, clock, timezone);
    this.facts = facts;
    this.coach = coach;
  }

  /** The weeks to look at now, oldest first: the schedule has come, or the program has started. */
  public synchronized List<Week> due() {
    horizon = clock.instant();
    return dueWeeks.finishedBefore(horizon);
  }

  /** The same between two schedules: words that are missing, sources that have answered, facts that have changed. */
  public synchronized List<Week> unfinished() {
    return horizon.equals(Instant.MIN) ? List.of() : dueWeeks.finishedBefore(horizon);
  }

  /** Writes the summary of a week unless the present one is current, or a silent source is still waited for. */
  public synchronized void sumUp(Week week) {
    write(week, false);
  }

  /**
   * Writes a summary on request and delivers it, whatever is waited for.
   *
   * @param kind {@code week}
   * @param period such as {@code 2026-W46}
   * @throws IllegalArgumentException with a sentence when there is no such finished week
   */
  public synchronized void summarise(String kind, String period) {
    if (!kind.equals("week")) {
      throw new IllegalArgumentException("This version sums up weeks only; ask for one like this: summarise --week 2026-W46");
    }
    Week week = Week.parse(period);
    if (week.end(timezone).isAfter(clock.instant())) {
      throw new IllegalArgumentException(
          "The week " + week.period() + " (" + week.dates() + ") is not over yet; ask again after its Sunday.");
    }
    write(week, true);
    delivery.deliver();
    memory.catchUp();
  }

  private void write(Week week, boolean requested) {
    FactSheet whole = facts.ofWeek(week);
    List<SourceFreshness> silent = dueWeeks.silent(week, whole);
    if (!requested && dueWeeks.isWorthWaiting(week, silent)) {
      LOG.info("The summary of {} waits for {}", week.period(), silent.stream().map(source -> source.source().title()).toList());
      return;
    }
    if (!requested && whole.runs().isEmpty() && silent.stream().anyMatch(source -> isOfLaterFiles(source, week))) {
      return;
    }
    boolean incomplete = !silent.isEmpty();
    FactSheet sheet = incomplete ? whole.withoutVerdicts() : whole;
    Optional<Summary> before = store.find(week);
    String wordsHash = SummaryPrompt.hash(sheet, incomplete);
    String inputHash =
        Evidence.sha256(wordsHash + (sheet.notCounted().isEmpty() ? "" : SummaryPage.notCounted(sheet.notCounted())));
    boolean same = before.isPresent() && before.get().inputHash().equals(inputHash);
    if (same && !requested && !before.get().wordsPending()) {
      return;
    }
    Optional<Summary> kept =
        before.filter(summary -> !requested && summary.words() != null && wordsHash.equals(summary.wordsHash()));
    int attemptsBefore = same && !requested ? before.get().attempts() : 0;
    int version = before.map(Summary::version).orElse(0);
    if (kept.isEmpty() && !same && coach.mayAsk()) {
      // The numbers are there in a moment, the words perhaps in half an hour.
      version++;
      store(week, version, sheet, silent, inputHash, wordsHash, Words.awaited());
      deliver();
    }
    Words words = kept.map(Words::keptFrom).orElseGet(() -> ask(week, sheet, incomplete, attemptsBefore));
    if (words == null) {
      return;
    }
    if (same && !requested && words.pending()) {
      store.noteTrouble(week, words.attempts(), words.trouble());
      return;
    }
    store(week, version + 1, sheet, silent, inputHash, wordsHash, words);
  }

  /** Who imports a file now and then need not read of every week between that nothing is known of it. */
  private boolean isOfLaterFiles(SourceFreshness source, Week week) {
    return source.source() == Source.FILE && (source.lastAnsweredAt() == null || source.lastAnsweredAt().isBefore(week.start(timezone)));
  }

  private void store(
      Week week, int version, FactSheet sheet, List<SourceFreshness> silent, String inputHash, String wordsHash, Words words) {
    Summary summary =
        new Summary(week, version, inputHash, words.text(), wordsHash, words.pending(), !silent.isEmpty(), words.attempts());
    store.store(
        summary,
        SummaryPage.of(week, sheet, words.shown(), silent),
        words.evidence(sheet, coach),
        words.remembered(week, sheet),
        words.trouble());
    LOG.info("Summary {} version {}{}", week.period(), version, words.pending() ? ", words pending" : "");
  }

  /** What cannot be delivered now stays due, and the route that delivers says so. */
  private void deliver() {
    try {
      delivery.deliver();
    } catch (RuntimeException e) {
      LOG.warn("Asking for words before everything is delivered: {}", PlainText.line(e.getMessage()));
    }
  }

  /** @return null when the program stops meanwhile */
  private Words ask(Week week, FactSheet sheet, boolean incomplete, int attemptsBefore) {
    if (!coach.mayAsk()) {
      return Words.pending(coach.whyAway(), attemptsBefore);
    }
    SummaryPrompt prompt = SummaryPrompt.of(week, sheet, incomplete, settings.ollama().numCtx());
    int attempts = attemptsBefore;
    while (true) {
      try {
        return Words.of(coach.word(prompt.text(), prompt.gate()), prompt);
      } catch (ModelAway e) {
        LOG.warn("The words of {} are missing: {}", week.period(), e.getMessage());
        return Words.pending(e.getMessage(), attempts);
      } catch (UnusableWords e) {
        attempts++;
        LOG.warn("The words of {}, attempt {}: {}", week.period(), attempts, e.getMessage());
        if (attempts >= MOST_ATTEMPTS) {
          return Words.givenUp(e.getMessage(), attempts);
        }
      } catch (StoppedWhileThinking e) {
        LOG.info("Stopped while the model was thinking about {}", week.period());
        return null;
      }
    }
  }

  /**
   * What the model said, or why it said nothing.
   *
   * @param text null: no words
   * @param trouble why, a sentence; null: nothing has gone wrong
   * @param pending whether words are still to come
   */
  private record Words(String text, SummaryPrompt prompt, GatedWords gated, String trouble, boolean pending, int attempts) {
    static Words of(GatedWords gated, SummaryPrompt prompt) {
      return new Words(gated.shown(), prompt, gated, null, false, 0);
    }

    static Words keptFrom(Summary summary) {
      return new Words(summary.words(), null, null, null, false, 0);
    }

    static Words awaited() {
      return new Words(null, null, null, null, true, 0);
    }

    static Words pending(String trouble, int attempts) {
      return new Words(null, null, null, trouble, true, attempts);
    }

    static Words givenUp(String trouble, int attempts) {
      return new Words(null, null, null, trouble, false, attempts);
    }

    String shown() {
      if (text != null) {
        return text;
      }
      if (trouble == null) {
        return "*The coach's words will follow: the model is at work on them.*";
      }
      String next =
          pending
              ? "They will follow when the model is back."
              : "It was asked " + attempts + " times and is not asked again about these facts.";
      return "*The coach's words are missing: " + Markdown.text(trouble) + " " + next + "*";
    }

    String evidence(FactSheet sheet, Coach coach) {
      return new Evidence(sheet)
          .words(coach.modelName(), prompt == null ? null : prompt.text(), prompt == null ? List.of() : prompt.leftOut(), gated)
          .json();
    }

    String remembered(Week week, FactSheet sheet) {
      String headline =
          sheet.facts().stream().limit(3).map(fact -> fact.label() + " " + fact.shown()).collect(Collectors.joining(", "));
      String said = gated != null ? gated.text() : text;
      return "Week " + week.dates() + ": " + (said == null ? headline : said);
    }
  }
}
