package dev.longrun.analysis;

import dev.longrun.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Answers the questions of the mission from the log. Only reads. */
public final class Analysis {
  private final Jdbi reader;
  private final Settings settings;
  private final LocalDate today;

  /** @param reader of a log of the present schema */
  public Analysis(Settings settings, Jdbi reader) {
    this.reader = reader;
    this.settings = settings;
    this.today = LocalDate.ofInstant(settings.clock().instant(), settings.timezone());
  }

  /** Whether the log has the tables that the pages read; one that an older Longrun made has them after the next start. */
  public boolean isOfThisVersion() {
    return reader.withHandle(
        handle ->
            handle.createQuery("select count(*) from sqlite_master where name in ('goal_ledger', 'week_metric', 'known_until')").mapTo(Integer.class).one() == 3);
  }

  public Page page(AnalysisQuestion question) {
    return reader.inTransaction(handle -> page(question, new AnalysedLog(handle, today, settings)));
  }

  private Page page(AnalysisQuestion question, AnalysedLog log) {
    Optional<String> scope = scope(log.handle(), log);
    if (scope.isEmpty()) {
      return new Page(question, "There are no runs in the log yet, so there is nothing to say.", List.of());
    }
    return new Page(question, scope.get(), sections(question, log));
  }

  private static List<Section> sections(AnalysisQuestion question, AnalysedLog log) {
    return switch (question) {
      case PERFORMANCE -> PerformancePage.sections(log);
      case BODY -> BodyPage.sections(log);
      case FATIGUE -> FatiguePage.sections(log);
      case CONDITIONS -> ConditionsPage.sections(log);
      case HISTORY -> HistoryPage.sections(log);
    };
  }

  private static String known(AnalysedLog log) {
    if (log.known().day() == null) {
      return " Nobody has said until when the log is known, so nothing is said of days without a run.";
    }
    return log.isKnownToTheDay()
        ? ""
        : " The log is known up to %s: of the days after it nothing is said, and \"now\" and \"the last weeks\" end there.".formatted(log.known().day());
  }

  private Optional<String> scope(Handle handle, AnalysedLog log) {
    return handle
        .createQuery("select count(*) as runs, min(run_date) as first, max(run_date) as last from counted_run")
        .map(
            (row, context) ->
                row.getInt("runs") == 0
                    ? Optional.<String>empty()
                    : Optional.of(
                        "From %s that %s counted, %s to %s; today is %s. Estimates rest on the runs after %s, and their intervals hold 95 %%."
                                .formatted(
                                    Say.count(row.getInt("runs"), "run"),
                                    row.getInt("runs") == 1 ? "is" : "are",
                                    row.getString("first"),
                                    row.getString("last"),
                                    today,
                                    log.today().minusYears(AnalysedLog.YEARS))
                            + known(log)
                            + " What goes together need not be cause and effect."
                            + DerivedUpTo.read(handle).outOfDate(today).map(sentence -> " " + sentence).orElse("")))
        .one();
  }
}
