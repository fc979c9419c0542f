package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kilometres of a run: fastest, slowest, first half against second. */
final class Pacing implements FindingMaker {
  private static final String SPLITS =
      """
      select km, distance_m, moving_s, pace_s_per_km, avg_hr_bpm from counted_split
      where run_date = :date and run_no = :no and distance_m > 0 and moving_s > 0
      order by km""";

  private record Kilometre(int km, double distanceM, double movingS, double paceSPerKm) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SPLITS, Topic.RUN_REVIEW);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Optional<RunRow> found = RunReview.ofQuestion(asked, log);
    if (found.isEmpty()) {
      return List.of();
    }
    RunRow run = found.get();
    List<Kilometre> all =
        log.handle()
            .createQuery(SPLITS)
            .bind("date", run.key().date())
            .bind("no", run.key().no())
            .map(
                (row, context) ->
                    new Kilometre(
                        row.getInt("km"), row.getDouble("distance_m"), row.getDouble("moving_s"), row.getDouble("moving_s") * 1000 / row.getDouble("distance_m")))
            .list();
    List<Kilometre> whole = all.stream().filter(kilometre -> kilometre.distanceM() > 900).toList();
    if (whole.size() < 2) {
      return List.of(
          log.statement("splits.none").say("Its kilometres are not known.").strength(Strength.UNKNOWN).importance(asked.topic() == Topic.SPLITS ? 85 : 10).made());
    }
    List<Finding> findings = new ArrayList<>();
    int lead = asked.topic() == Topic.SPLITS ? 90 : 52;
    findings.add(extremes(run, whole, log, lead - 10));
    if (whole.size() >= 4) {
      findings.add(halves(run, whole, log, lead));
    }
    return findings;
  }

  private static Finding extremes(RunRow run, List<Kilometre> whole, LogView log, int importance) {
    Kilometre fastest = whole.stream().min(Comparator.comparingDouble(Kilometre::paceSPerKm)).orElseThrow();
    Kilometre slowest = whole.stream().max(Comparator.comparingDouble(Kilometre::paceSPerKm)).orElseThrow();
    String thing = "run of " + log.day(run.day());
    Fact fast = log.fact("splits.fastest", thing, "kilometre " + fastest.km(), run.day(), fastest.paceSPerKm(), Unit.PACE, "counted_split");
    Fact slow = log.fact("splits.slowest", thing, "kilometre " + slowest.km(), run.day(), slowest.paceSPerKm(), Unit.PACE, "counted_split");
    Fact fastNo = log.fact("splits.fastest-km", thing, "fastest kilometre", run.day(), fastest.km(), Unit.COUNT, "counted_split");
    Fact slowNo = log.fact("splits.slowest-km", thing, "slowest kilometre", run.day(), slowest.km(), Unit.COUNT, "counted_split");
    if (fast.quantity().compareAsShown(slow.quantity()) == 0) {
      return log.statement("splits.extremes").say("Every kilometre took as long as the others: %s.", fast).importance(importance).made();
    }
    return log.statement("splits.extremes")
        .say("The fastest kilometre was number %s (%s), the slowest number %s (%s).", fastNo, fast, slowNo, slow)
        .importance(importance)
        .made();
  }

  private static Finding halves(RunRow run, List<Kilometre> whole, LogView log, int importance) {
    int half = whole.size() / 2;
    Fact first = half("first", run, whole.subList(0, half), log);
    Fact second = half("second", run, whole.subList(whole.size() - half, whole.size()), log);
    Fact difference = log.difference("splits.difference", second, first);
    int sign = second.quantity().compareAsShown(first.quantity());
    Statement statement = log.statement("splits.halves").importance(importance);
    if (sign == 0) {
      return statement.say("You ran it evenly: both halves at %s.", first).with(second).claims(Claim.UNCHANGED).made();
    }
    return statement
        .say(
            "You ran the second half %s %s than the first (%s after %s).", Statement.unsigned(difference), sign > 0 ? "slower" : "faster", second, first)
        .claims(sign > 0 ? Claim.SLOWER : Claim.FASTER)
        .made();
  }

  private static Fact half(String which, RunRow run, List<Kilometre> kilometres, LogView log) {
    double pace = kilometres.stream().mapToDouble(Kilometre::movingS).sum() * 1000 / kilometres.stream().mapToDouble(Kilometre::distanceM).sum();
    return log.fact("splits." + which, "run of " + log.day(run.day()), which + " half", run.day(), pace, Unit.PACE, "counted_split");
  }
}
