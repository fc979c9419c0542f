package dev.longrun.analysis;

import dev.longrun.metrics.trend.DayValue;
import dev.longrun.metrics.trend.Estimate;
import dev.longrun.metrics.trend.Finding;
import dev.longrun.metrics.trend.RunObservation;
import dev.longrun.metrics.trend.WeeklyTrend;
import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which way efficiency, effort, feel and the measures of the morning went, week by week. */
final class WeeklyTrendSection {
  /** Half a per cent of a usual efficiency factor of about 1.4 m a beat. */
  private static final double WORTHWHILE_EF = 0.007;

  private static final double WORTHWHILE_EFFORT = 0.5;
  private static final double WORTHWHILE_FEEL = 0.3;
  private static final double WORTHWHILE_BPM = 2;
  private static final double WORTHWHILE_RMSSD_MS = 5;
  /** Efficiency factors of runs at other heart rates cannot be compared: faster running raises it. */
  private static final double LIKE_BPM = 5;

  private WeeklyTrendSection() {}

  static Section of(AnalysedLog log) {
    WeeklyTrend efficiency = efficiency(log);
    WeeklyTrend effort = ofRuns(log, "effort", RunObservation::effort, WORTHWHILE_EFFORT);
    WeeklyTrend feel = ofRuns(log, "feel", RunObservation::feel, WORTHWHILE_FEEL);
    WeeklyTrend resting = ofMornings(log, "resting heart rate", "resting_hr_bpm", "bpm", WORTHWHILE_BPM);
    WeeklyTrend variability = ofMornings(log, "heart rate variability (rMSSD)", "hrv_rmssd_ms", "ms", WORTHWHILE_RMSSD_MS);
    List<WeeklyTrend> trends = List.of(efficiency, effort, feel, resting, variability);
    List<Passage> passages = new ArrayList<>();
    passages.addAll(Say.findings(trends.stream().map(WeeklyTrend::slope).toArray(Finding[]::new)));
    passages.add(
        Passage.prose(
            "Theil-Sen slopes of weekly medians with Sen's interval (1968), widened for weeks that are like their neighbours, and tested"
                + " by Mann and Kendall. Efficiency factor: grade-adjusted metres a heart beat, of easy and long runs within "
                + Figures.decimal(LIKE_BPM, 0)
                + " beats of the usual easy heart rate only. Mornings by their settled values."));
    passages.add(
        Passage.plot(
            new TextPlot(
                "Efficiency factor, m/beat, weekly medians (·)",
                efficiency.weeks().stream().map(week -> new TextPlot.Point(week.day().toEpochDay(), week.value(), '·')).toList(),
                TextPlot.days(),
                value -> Figures.decimal(value, 2),
                false)));
    return new Section("Weekly trends", passages);
  }

  private static WeeklyTrend efficiency(AnalysedLog log) {
    Double reference = log.adjustedPaces().trend().referenceHrBpm();
    List<DayValue> values =
        reference == null
            ? List.of()
            : values(
                log.handle(),
                """
                select run_date as day, ef_m_per_beat as value from counted_run
                where run_date > :after and run_date <= :day and ef_m_per_beat is not null and run_type in ('easy', 'long')
                    and abs(avg_hr_bpm - :reference) <= :like
                order by run_date""",
                log.today(),
                reference);
    return WeeklyTrend.of("efficiency factor", "m/beat", "runs", values, WORTHWHILE_EF);
  }

  private static WeeklyTrend ofRuns(AnalysedLog log, String what, Function<RunObservation, Integer> value, double worthwhile) {
    List<DayValue> values =
        log.runs().stream().filter(run -> value.apply(run) != null).map(run -> new DayValue(run.day(), value.apply(run))).toList();
    return WeeklyTrend.of(what, "points", "runs", values, worthwhile);
  }

  private static WeeklyTrend ofMornings(AnalysedLog log, String what, String column, String unit, double worthwhile) {
    String mornings =
        "select day, %s as value from day_log where day > :after and day <= :day and %s is not null order by day".formatted(column, column);
    return WeeklyTrend.of(what, unit, "mornings", values(log.handle(), mornings, log.today(), null), worthwhile);
  }

  private static List<DayValue> values(Handle handle, String sql, LocalDate today, Double reference) {
    var query = handle.createQuery(sql).bind("after", today.minusYears(AnalysedLog.YEARS).toString()).bind("day", today.toString());
    if (reference != null) {
      query.bind("reference", reference).bind("like", LIKE_BPM);
    }
    return query.map((row, context) -> new DayValue(LocalDate.parse(row.getString("day")), row.getDouble("value"))).list();
  }
}
