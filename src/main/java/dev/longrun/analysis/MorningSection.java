package dev.longrun.analysis;

import dev.longrun.log.PlainText;
import dev.longrun.metrics.trend.RunObservation;
import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the latest morning votes for. */
final class MorningSection {
  private static final String LATEST =
      """
      select day, resting_hr_7d_bpm, resting_hr_usual_bpm, resting_hr_state, hrv_7d_ms, hrv_low_ms, hrv_high_ms, hrv_state, sleep_debt_s,
             sleep_nights, votes, votes_for, advice,
             coalesce(wake_resting_hr_bpm, day_log.resting_hr_bpm) as woke_with_bpm,
             coalesce(wake_hrv_rmssd_ms, day_log.hrv_rmssd_ms) as woke_with_ms,
             coalesce(wake_sleep_s, day_log.sleep_s) as slept_s
      from day_readiness
      left join day_log using (day)
      where day <= :day and day > date(:day, '-7 days')
      order by day desc
      limit 1""";

  private record Morning(LocalDate day, int votes, String votesFor, String advice, List<List<String>> signs) {}

  private MorningSection() {}

  static Section of(AnalysedLog log) {
    Optional<Morning> latest =
        log.handle()
            .createQuery(LATEST)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    new Morning(
                        LocalDate.parse(row.getString("day")),
                        row.getInt("votes"),
                        PlainText.line(row.getString("votes_for")),
                        PlainText.line(row.getString("advice")),
                        List.of(
                            List.of(
                                "resting heart rate, bpm",
                                Figures.decimal(Rows.number(row, "woke_with_bpm"), 0),
                                Figures.decimal(Rows.number(row, "resting_hr_7d_bpm"), 0),
                                "usually " + Figures.decimal(Rows.number(row, "resting_hr_usual_bpm"), 0),
                                state(row.getString("resting_hr_state"))),
                            List.of(
                                "heart rate variability, ms",
                                Figures.decimal(Rows.number(row, "woke_with_ms"), 0),
                                Figures.decimal(Rows.number(row, "hrv_7d_ms"), 0),
                                "band %s to %s"
                                    .formatted(
                                        Figures.decimal(Rows.number(row, "hrv_low_ms"), 0),
                                        Figures.decimal(Rows.number(row, "hrv_high_ms"), 0)),
                                state(row.getString("hrv_state"))),
                            List.of(
                                "sleep short of 8 h, hours",
                                "slept " + Say.hours(Rows.number(row, "slept_s")),
                                Say.hours(Rows.number(row, "sleep_debt_s")),
                                "known nights of 14: " + row.getInt("sleep_nights"),
                                Rows.number(row, "sleep_debt_s") == null ? "unknown" : ""))))
            .findOne();
    if (latest.isEmpty()) {
      return Section.missing(
          "The morning's votes",
          "Nothing is known of any morning of the last 7 days: neither resting heart rate, variability, sleep and feel nor a noted illness.");
    }
    return section(latest.get(), log.today(), SpikeSection.marathonOfLate(log.runs(), log.today()));
  }

  private static Section section(Morning morning, LocalDate today, Optional<RunObservation> marathon) {
    List<Passage> passages = new ArrayList<>();
    String day = morning.day().equals(today) ? "This morning" : "The latest known morning, " + morning.day() + ",";
    String votes =
        "%s has %s for taking it easier%s"
            .formatted(day, Say.count(morning.votes(), "vote"), morning.votesFor().isEmpty() ? "" : " (" + morning.votesFor() + ")");
    boolean nothingMeasured = morning.signs().stream().allMatch(sign -> sign.get(4).equals("unknown"));
    passages.add(
        Passage.prose(
            marathon
                .map(
                    run ->
                        "%s. But on %s %s km were run: for four weeks after a marathon or longer the body recovers, whatever these signs say, and nothing speaks for a hard or long run."
                            .formatted(votes, run.day(), Say.km(run.distanceM())))
                .orElse(
                    nothingMeasured && morning.votes() == 0
                        ? votes + ", but nothing was measured: that is no all-clear."
                        : votes + ": " + morning.advice() + ".")));
    passages.add(Passage.table(List.of("sign", "at waking", "7 days", "compared with", "state"), morning.signs()));
    passages.add(
        Passage.prose(
            "Every value is the one first seen after waking; what a watch corrects later changes no verdict on a morning. Up to one vote: as planned; two: easy instead of hard; three or an illness: rest. A rule of thumb of Longrun's, never a score and"
                + " no diagnosis. How the runner felt counts double, since it was more sensitive and more consistent than what was"
                + " measured in 56 studies (Saw 2016). A sign that is unknown does not vote, which is not the same as a good one."));
    return new Section("The morning's votes", passages);
  }

  private static String state(String state) {
    return state == null ? "unknown" : PlainText.line(state);
  }
}
