package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one run was, and against the run of its kind before it. */
public final class RunReview implements FindingMaker {
  static final String QUERY = "counted_run";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.RUN_REVIEW, Topic.WHY_HARD, Topic.SPLITS);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Optional<RunRow> found = ofQuestion(asked, log);
    if (found.isEmpty()) {
      return List.of(
          log.statement("run.none")
              .say("No such run is in the log%s.", log.knownUntil() == null ? "" : ", which is known up to " + log.day(log.knownUntil()))
              .strength(Strength.UNKNOWN)
              .importance(90)
              .made());
    }
    RunRow run = found.get();
    List<Finding> findings = new ArrayList<>();
    findings.add(facts(run, log, asked.topic() == Topic.RUN_REVIEW ? 85 : 60));
    lastOfItsKind(run, log).ifPresent(before -> findings.add(against(run, before, log)));
    said(run, log, findings);
    return findings;
  }

  /** The run meant, else of the period its longest, else the latest. */
  public static Optional<RunRow> ofQuestion(Asked asked, LogView log) {
    if (!asked.runs().isEmpty()) {
      return log.run(asked.runs().get(0));
    }
    if (asked.period() != null) {
      return log.runs(asked.period()).stream().filter(run -> run.distanceM() != null).max((one, other) -> Double.compare(one.distanceM(), other.distanceM()));
    }
    return log.runs().latest(log.today(), 1).stream().findFirst();
  }

  static String title(RunRow run, LogView log) {
    return (run.name() == null ? "the run" : "“" + dev.longrun.report.Markdown.text(shortened(run.name())) + "”") + " of " + log.day(run.day());
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }

  private static Finding facts(RunRow run, LogView log, int importance) {
    String thing = "run of " + log.day(run.day());
    Fact km = log.fact("run.distance", thing, "distance", run.day(), run.km(), Unit.RUN_KILOMETRES, QUERY);
    Fact time = log.fact("run.time", thing, "moving time", run.day(), run.movingS(), Unit.DURATION, QUERY);
    Fact pace = log.fact("run.pace", thing, "pace", run.day(), run.paceSPerKm(), Unit.PACE, QUERY);
    Fact beats = log.fact("run.heart-rate", thing, "mean heart rate", run.day(), run.avgHrBpm(), Unit.BEATS, QUERY);
    Fact load = log.fact("run.load", thing, "training load", run.day(), run.load(), Unit.LOAD, QUERY);
    Statement statement = log.statement("run.facts").importance(importance);
    String type = run.type() == null ? "" : ", " + kind(run.type());
    if (km.quantity() != null && time.quantity() != null) {
      statement.say("%s%s: %s in %s, %s.", capital(title(run, log)), type, km, time, pace.quantity() == null ? "pace unknown" : shown(pace, statement, log));
    } else if (time.quantity() != null) {
      statement.say("%s%s: %s; its distance is not known.", capital(title(run, log)), type, time);
    } else {
      statement.say("%s%s.", capital(title(run, log)), type);
    }
    if (beats.quantity() != null && load.quantity() != null) {
      statement.say("Mean heart rate %s, training load %s.", beats, load);
    } else if (beats.quantity() != null) {
      statement.say("Mean heart rate %s.", beats);
    }
    return statement.made();
  }

  private static String shown(Fact fact, Statement statement, LogView log) {
    statement.with(fact);
    return fact.quantity().shown(log.units());
  }

  static String kind(String type) {
    return switch (type) {
      case "race" -> "a race";
      case "long" -> "a long run";
      case "tempo" -> "a tempo run";
      case "interval" -> "a session of repeats";
      default -> "an easy run";
    };
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /** The latest of the same kind within eight weeks before it, about as long. */
  static Optional<RunRow> lastOfItsKind(RunRow run, LogView log) {
    return log.runs().between(run.day().minusDays(56), run.day().minusDays(1)).stream()
        .filter(other -> run.type() != null && run.type().equals(other.type()))
        .filter(other -> other.distanceM() != null && run.distanceM() != null && other.paceSPerKm() != null && run.paceSPerKm() != null)
        .filter(other -> other.distanceM() > 0.6 * run.distanceM() && other.distanceM() < 1.6 * run.distanceM())
        .reduce((first, second) -> second);
  }

  private static Finding against(RunRow run, RunRow before, LogView log) {
    String thing = "run of " + log.day(before.day());
    Fact km = log.fact("run-before.distance", thing, "distance", before.day(), before.km(), Unit.RUN_KILOMETRES, QUERY);
    Fact paceBefore = log.fact("run-before.pace", thing, "pace", before.day(), before.paceSPerKm(), Unit.PACE, QUERY);
    Fact beatsBefore = log.fact("run-before.heart-rate", thing, "mean heart rate", before.day(), before.avgHrBpm(), Unit.BEATS, QUERY);
    Fact pace = log.fact("run.pace", "run of " + log.day(run.day()), "pace", run.day(), run.paceSPerKm(), Unit.PACE, QUERY);
    int sign = pace.quantity().compareAsShown(paceBefore.quantity());
    Statement statement = log.statement("run.before").importance(65).with(pace);
    String verdict = sign == 0 ? "the same pace" : sign > 0 ? "this one was slower" : "this one was faster";
    if (beatsBefore.quantity() == null) {
      statement.say("The last of its kind, on %s, was %s at %s: %s.", before.day(), km, paceBefore, verdict);
    } else {
      statement.say("The last of its kind, on %s, was %s at %s and %s: %s.", before.day(), km, paceBefore, beatsBefore, verdict);
    }
    return statement.claims(sign == 0 ? Claim.UNCHANGED : sign > 0 ? Claim.SLOWER : Claim.FASTER).made();
  }

  private static void said(RunRow run, LogView log, List<Finding> findings) {
    String thing = "run of " + log.day(run.day());
    Fact effort = log.fact("run.effort", thing, "effort", run.day(), run.effort(), Unit.EFFORT_NOTED, QUERY);
    Fact feel = log.fact("run.feel", thing, "feel", run.day(), run.feel(), Unit.FEEL_NOTED, QUERY);
    Statement statement = log.statement("run.said").importance(50);
    if (effort.quantity() == null && feel.quantity() == null) {
      findings.add(
          log.statement("run.unsaid")
              .say("You noted neither effort nor feel for it.")
              .say("A log note with `run: %s`, `effort:` and `feel:` in the inbox tells me.", run.day().toString())
              .strength(Strength.UNKNOWN)
              .importance(45)
              .made());
      return;
    }
    if (effort.quantity() != null && feel.quantity() != null) {
      statement.say("You noted an effort of %s and a feel of %s.", effort, feel);
    } else if (effort.quantity() != null) {
      statement.say("You noted an effort of %s.", effort);
    } else {
      statement.say("You noted a feel of %s.", feel);
    }
    if (run.comment() != null && !run.comment().isBlank()) {
      statement.say("Your comment: “%s”.", new Statement.Name(run.comment().length() <= 120 ? run.comment() : run.comment().substring(0, 120) + "…"));
    }
    findings.add(statement.made());
  }
}
