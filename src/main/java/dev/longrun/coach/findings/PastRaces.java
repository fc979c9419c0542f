package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The races of the log, the one asked about or the latest first, each against the last one over its distance. */
final class PastRaces implements FindingMaker {
  private static final int MOST = 4;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.RACES);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<RunRow> races = new ArrayList<>(log.runs().between(java.time.LocalDate.EPOCH, log.today()).stream().filter(RunRow::isRace).toList());
    java.util.Collections.reverse(races);
    if (races.isEmpty()) {
      return List.of(
          log.statement("races.none")
              .say("No race is in the log.")
              .say("`race: yes` in a log note for its run makes it one.")
              .strength(Strength.UNKNOWN)
              .importance(90)
              .made());
    }
    List<RunRow> wanted =
        races.stream()
            .filter(race -> asked.runs().isEmpty() || asked.runs().contains(race.key()))
            .filter(race -> asked.period() == null || asked.period().contains(race.day()))
            .filter(race -> asked.distanceM() == null || race.raceDistanceM() != null && Math.abs(race.raceDistanceM() / asked.distanceM() - 1) < 0.03)
            .limit(MOST)
            .toList();
    if (wanted.isEmpty()) {
      return List.of(log.statement("races.no-such").say("No such race is in the log; the latest is %s.", RunReview.title(races.get(0), log)).strength(Strength.UNKNOWN).importance(90).made());
    }
    List<Finding> findings = new ArrayList<>();
    int importance = 92;
    for (RunRow race : wanted) {
      findings.add(one(race, races, importance, log));
      importance -= 8;
    }
    return findings;
  }

  private static Finding one(RunRow race, List<RunRow> races, int importance, LogView log) {
    String id = "race." + race.key().date() + "-" + race.no();
    String thing = "race of " + log.day(race.day());
    Double timeS = race.raceTimeS() != null ? race.raceTimeS() : race.elapsedS() != null ? race.elapsedS() : race.movingS();
    Double distanceM = race.raceDistanceM() != null ? race.raceDistanceM() : race.distanceM();
    Fact time = log.fact(id + ".time", thing, "time", race.day(), timeS, Unit.DURATION, "v_race");
    Fact pace = log.fact(id + ".pace", thing, "pace", race.day(), timeS == null || distanceM == null ? null : (Double) (timeS * 1000 / distanceM), Unit.PACE, "v_race");
    Statement statement = log.statement(id).importance(importance);
    if (time.quantity() == null) {
      return statement.say("%s: its time is not known.", RunReview.capital(RunReview.title(race, log))).made();
    }
    String distance = race.raceDistanceM() == null ? "" : " over the " + BestTimes.distance(race.raceDistanceM());
    if (pace.quantity() == null) {
      statement.say("%s: %s%s.", RunReview.capital(RunReview.title(race, log)), time, distance);
    } else {
      statement.say("%s: %s%s, %s.", RunReview.capital(RunReview.title(race, log)), time, distance, pace);
    }
    Optional<RunRow> before =
        races.stream()
            .filter(other -> other.day().isBefore(race.day()) && other.raceTimeS() != null && race.raceDistanceM() != null)
            .filter(other -> race.raceDistanceM().equals(other.raceDistanceM()))
            .findFirst();
    before.ifPresent(
        other -> {
          Fact then = log.fact(id + ".before", "race of " + log.day(other.day()), "time", other.day(), other.raceTimeS(), Unit.DURATION, "v_race");
          int sign = time.quantity().compareAsShown(then.quantity());
          Fact difference = log.difference(id + ".difference", time, then);
          if (sign == 0) {
            statement.say("The one before, on %s, took as long.", other.day()).with(then).claims(Claim.UNCHANGED);
          } else {
            statement
                .say("That is %s %s than the one before, on %s (%s).", Statement.unsigned(difference), sign > 0 ? "slower" : "faster", other.day(), then)
                .claims(sign > 0 ? Claim.SLOWER : Claim.FASTER);
          }
        });
    return statement.made();
  }
}
