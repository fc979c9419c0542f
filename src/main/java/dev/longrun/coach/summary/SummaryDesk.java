package dev.longrun.coach.summary;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.log.Database;
import dev.longrun.report.Freshness;
import dev.longrun.report.SourceFreshness;
import dev.longrun.settings.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes the text of a summary from the log as it was known at the end of its period, within one read. Thread-safe. */
final class SummaryDesk {
  private final Jdbi reader;
  private final Settings settings;
  private final Freshness freshness;

  SummaryDesk(Settings settings, Database database, Freshness freshness) {
    this.reader = database.reading();
    this.settings = settings;
    this.freshness = freshness;
  }

  List<SourceFreshness> freshness() {
    return freshness.now();
  }

  /** What was read at once. */
  record Material(SummaryText text, List<RunRow> notCounted, Digest digest, LogView log) {}

  <T> T make(SummaryPeriod period, boolean incomplete, BiFunction<Material, Handle, T> use) {
    return reader.inTransaction(
        handle -> {
          LogView log = new LogView(handle, period.to(), settings);
          SummaryText text = new SummaryComposer(period, log, incomplete).compose();
          List<RunRow> notCounted =
              handle
                  .createQuery(dev.longrun.coach.Texts.of("display/not-counted-runs.sql"))
                  .bind("from", period.from().toString())
                  .bind("to", period.to().toString())
                  .map((row, context) -> shownOnly(row))
                  .list();
          int formulas = handle.createQuery("select coalesce(sum(version), 0) from formula").mapTo(Integer.class).one();
          List<Finding> printed = text.findings();
          Digest digest = Digest.of(formulas, printed.stream().flatMap(finding -> finding.facts().stream()).toList(), text.runs(), log.units());
          return use.apply(new Material(text, notCounted, digest, log), handle);
        });
  }

  private static RunRow shownOnly(ResultSet row) throws SQLException {
    return RunRow.shownOnly(
        LocalDate.parse(row.getString("run_date")), row.getInt("run_no"), row.getString("name"), number(row, "km"), number(row, "moving_s"), number(row, "pace_s_per_km"));
  }

  private static Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : (Double) value;
  }
}
