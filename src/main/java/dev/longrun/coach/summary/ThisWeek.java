package dev.longrun.coach.summary;

import dev.longrun.coach.EvidenceFile;
import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.advice.AdviceBook;
import dev.longrun.coach.findings.Catalogue;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.log.Database;
import dev.longrun.report.Outbox;
import dev.longrun.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps {@code this-week.md} current: the week so far and today, from the same findings and advice as everything else. */
public final class ThisWeek {
  private static final String PAGE = "this-week.md";
  private static final String EVIDENCE = "evidence/this-week.json";
  private static final int MOST_OF_TODAY = 3;

  /** What the page rests on; days that are still to be derived are part of it, so that it is made again when they have been. */
  private static final String STATE =
      """
      select
          (select count(*) || coalesce(max(updated_at), '') from main_log)
          || '/' || (select count(*) || coalesce(max(updated_at), '') from annotation)
          || '/' || (select count(*) || coalesce(max(updated_at), '') from day_log)
          || '/' || (select count(*) || coalesce(max(given_at), '') from advice_given)
          || '/' || (select count(*) from due_day)""";

  private final Jdbi reader;
  private final Settings settings;
  private final Outbox outbox;
  private String writtenFor;

  public ThisWeek(Settings settings, Database database, Outbox outbox) {
    this.reader = database.reading();
    this.settings = settings;
    this.outbox = outbox;
  }

  private record Page(String text, String evidence) {}

  /** Writes the page anew when something that it rests on has changed; an empty log has none. */
  public synchronized void refresh() {
    LocalDate today = LocalDate.ofInstant(settings.clock().instant(), settings.timezone());
    reader.useTransaction(
        handle -> {
          LogView log = new LogView(handle, today, settings);
          String state = handle.createQuery(STATE).mapTo(String.class).one() + "/" + today + "/" + log.knownUntil();
          if (!Objects.equals(state, writtenFor) && log.runs().firstDay() != null) {
            Page page = page(log, handle);
            outbox.write(EVIDENCE, page.evidence());
            outbox.write(PAGE, page.text());
            writtenFor = state;
          }
        });
  }

  private Page page(LogView log, Handle handle) {
    SummaryPeriod week = SummaryPeriod.of(SummaryPeriod.Kind.WEEK, log.today());
    List<Finding> soFar = new WeekSoFar(week, log).findings();
    Asked ready = Asked.about(Topic.RUN_TOMORROW);
    List<Finding> state = Catalogue.to(ready, log);
    List<Finding> today = state.stream().filter(finding -> !finding.id().equals("week.now")).limit(MOST_OF_TODAY).toList();
    List<Advice> advice = AdviceBook.to(ready, state, log);
    String text = new ThisWeekPage(week, log).markdown(soFar, today, advice, AdviceLedger.givenFor(handle, week));
    List<Finding> findings = Stream.concat(soFar.stream(), today.stream()).toList();
    String evidence =
        new EvidenceFile(log.knownUntil())
            .put("period", week.name())
            .findings(findings)
            .advice(advice)
            .facts(findings.stream().flatMap(finding -> finding.facts().stream()).distinct().toList())
            .runs(log.runs(week.period()))
            .json();
    return new Page(text, evidence);
  }
}
