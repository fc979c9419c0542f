package dev.longrun.coach.findings;

import dev.longrun.log.RunKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The counted runs of the log, by day. */
public final class RunTable {
  private static final String RUNS =
      """
      select run.*, shoe.name as shoe
      from counted_run as run
      left join shoe on shoe.shoe_id = run.shoe_id
      """;

  private final Handle handle;

  RunTable(Handle handle) {
    this.handle = handle;
  }

  /** Oldest first. */
  public List<RunRow> between(LocalDate from, LocalDate to) {
    return handle
        .createQuery(RUNS + "where run.run_date between :from and :to order by run.run_date, run.run_no")
        .bind("from", from.toString())
        .bind("to", to.toString())
        .map(RunTable::row)
        .list();
  }

  public Optional<RunRow> at(RunKey key) {
    return handle
        .createQuery(RUNS + "where run.run_date = :date and run.run_no = :no")
        .bind("date", key.date())
        .bind("no", key.no())
        .map(RunTable::row)
        .findOne();
  }

  /** The newest runs up to a day, newest first. */
  public List<RunRow> latest(LocalDate to, int most) {
    return handle
        .createQuery(RUNS + "where run.run_date <= :to order by run.run_date desc, run.run_no desc limit :most")
        .bind("to", to.toString())
        .bind("most", most)
        .map(RunTable::row)
        .list();
  }

  /** Up to a day; null when there is no run. */
  public LocalDate newestDay(LocalDate to) {
    return handle.createQuery("select max(run_date) from counted_run where run_date <= :to").bind("to", to.toString()).mapTo(String.class).findOne().map(LocalDate::parse)
        .orElse(null);
  }

  /** The day the log begins; null when there is no run. */
  public LocalDate firstDay() {
    return day("select min(run_date) from counted_run");
  }

  private LocalDate day(String sql) {
    return handle.createQuery(sql).mapTo(String.class).findOne().map(LocalDate::parse).orElse(null);
  }

  private static RunRow row(ResultSet row, StatementContext context) throws SQLException {
    return new RunRow(
        LocalDate.parse(row.getString("run_date")),
        row.getInt("run_no"),
        row.getString("started_at"),
        row.getString("name"),
        row.getString("sport"),
        row.getString("run_type"),
        number(row, "distance_m"),
        number(row, "moving_s"),
        number(row, "elapsed_s"),
        number(row, "pace_s_per_km"),
        number(row, "avg_hr_bpm"),
        number(row, "max_hr_bpm"),
        number(row, "avg_power_w"),
        number(row, "avg_cadence_spm"),
        number(row, "elevation_gain_m"),
        number(row, "effort"),
        number(row, "feel"),
        row.getObject("shoe_id") == null ? null : (Long) row.getLong("shoe_id"),
        row.getString("shoe"),
        number(row, "load"),
        row.getString("load_missing"),
        number(row, "gap_s_per_km"),
        number(row, "heat_pct"),
        number(row, "temperature_c"),
        number(row, "dew_point_c"),
        number(row, "ef_m_per_beat"),
        number(row, "decoupling_pct"),
        number(row, "z1_s"),
        number(row, "z2_s"),
        number(row, "z3_s"),
        number(row, "spike_ratio"),
        row.getInt("is_race") == 1,
        number(row, "race_distance_m"),
        number(row, "race_time_s"),
        number(row, "pace_index"),
        row.getString("comment"));
  }

  static Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : (Double) value;
  }
}
