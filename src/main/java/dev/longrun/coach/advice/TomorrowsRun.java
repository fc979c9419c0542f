package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rest, easy or as planned tomorrow: from the morning's votes, the signals of fatigue and what the last two days were. */
final class TomorrowsRun implements TrainingAdvice {
  private static final Set<String> DEMANDING = Set.of("race", "long", "tempo", "interval");

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.RUN_TOMORROW, Topic.READINESS, Topic.FATIGUE);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    if (log.knownUntil() == null || log.knownUntil().isBefore(log.today().minusDays(2)) && log.lastDay().isBefore(log.today().minusDays(2))) {
      return Optional.of(
          new Advice("tomorrow.unknown", "What you did in the last days is not known, so nothing is advised for tomorrow: let your feel decide.", List.of(), null, null));
    }
    List<Finding> tired = findings.stream().filter(finding -> finding.claims().contains(Claim.TIRED)).toList();
    Optional<RunRow> demanding =
        log.runs().between(log.today().minusDays(1), log.today()).stream().filter(run -> run.type() != null && DEMANDING.contains(run.type())).findFirst();
    List<String> reasons = tired.stream().map(Finding::id).toList();
    if (tired.size() >= 2) {
      return Optional.of(new Advice("tomorrow.rest", "Take a day of rest or thirty easy minutes: several signs point toward fatigue.", reasons, null, null));
    }
    if (demanding.isPresent()) {
      return Optional.of(
          new Advice(
              "tomorrow.easy-after",
              "Run easy or rest after the " + name(demanding.get().type()) + " of " + log.day(demanding.get().day()) + "; the next fast session can wait until two days have passed.",
              reasons, null, null));
    }
    if (tired.size() == 1) {
      return Optional.of(new Advice("tomorrow.easy", "Run easy rather than fast: one sign points toward fatigue.", reasons, null, null));
    }
    return Optional.of(
        new Advice("tomorrow.as-planned", "Nothing the log knows speaks against running as planned; how you feel when you warm up has the last word.", reasons, null, null));
  }

  private static String name(String type) {
    return switch (type) {
      case "race" -> "race";
      case "long" -> "long run";
      case "tempo" -> "tempo run";
      default -> "repeats";
    };
  }
}
