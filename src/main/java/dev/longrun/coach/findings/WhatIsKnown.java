package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the log holds and until when it is known. */
final class WhatIsKnown implements FindingMaker {
  private static final String LACKS =
      """
      select
          count(*) as runs,
          sum(load is null) as without_load,
          sum(effort is null and feel is null) as unsaid,
          sum(shoe_id is null) as without_shoe
      from counted_run where run_date between :from and :to""";

  private record Lacks(int runs, int withoutLoad, int unsaid, int withoutShoe) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.DATA, Topic.GENERAL);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.DATA;
    LocalDate first = log.runs().firstDay();
    if (first == null) {
      return List.of(
          log.statement("data.empty")
              .say("The log is empty: no run is known yet.")
              .say("Connect an account, or drop activity files into the inbox.")
              .strength(Strength.UNKNOWN)
              .importance(99)
              .made());
    }
    List<Finding> findings = new ArrayList<>();
    int runs = log.handle().createQuery("select count(*) from counted_run").mapTo(Integer.class).one();
    Fact count = log.fact("data.runs", "the log", "runs", log.lastDay(), (double) runs, Unit.COUNT, "counted_run");
    Statement span = log.statement("data.span").importance(lead ? 90 : 20);
    span.say("The log holds %s runs, from %s to %s.", count, first, log.runs().newestDay(log.today()));
    span.say(log.knownUntil() == null ? "Until when it is whole is not known." : "It is whole up to " + log.day(log.knownUntil()) + ".");
    findings.add(span.made());
    lacks(lead, log, findings);
    return findings;
  }

  private static void lacks(boolean lead, LogView log, List<Finding> findings) {
    Lacks lacks =
        log.handle()
            .createQuery(LACKS)
            .bind("from", log.lastDay().minusDays(27).toString())
            .bind("to", log.lastDay().toString())
            .map((row, context) -> new Lacks(row.getInt("runs"), row.getInt("without_load"), row.getInt("unsaid"), row.getInt("without_shoe")))
            .one();
    if (lacks.runs() == 0) {
      return;
    }
    Fact runs = log.fact("data.recent", "the last four weeks", "runs", log.lastDay(), (double) lacks.runs(), Unit.COUNT, "counted_run");
    lack("unsaid", "neither effort nor feel; `effort:` and `feel:` in a log note tell me", lacks.unsaid(), runs, lead ? 60 : 33, log, findings);
    lack("load", "no load; a resting and a maximum heart rate in the settings give it", lacks.withoutLoad(), runs, lead ? 65 : 34, log, findings);
    lack("shoe", "no shoe; `shoe:` in a log note, or gear at your source, tells me", lacks.withoutShoe(), runs, lead ? 50 : 12, log, findings);
  }

  private static void lack(String id, String what, int number, Fact runs, int importance, LogView log, List<Finding> findings) {
    if (number == 0) {
      return;
    }
    Fact without = log.fact("data.without-" + id, "the last four weeks", "runs without " + id, log.lastDay(), (double) number, Unit.COUNT, "counted_run");
    Statement statement = log.statement("data.without-" + id);
    boolean all = number == Math.round(runs.quantity().value());
    boolean one = number == 1;
    String have = (one ? " has " : " have ") + what + ".";
    findings.add(
        (all
                ? statement.with(without).say((one ? "The only run" : "All %s runs") + " of the last four weeks" + have, runs)
                : statement.say("%s of the %s runs of the last four weeks" + have, without, runs))
            .strength(Strength.UNKNOWN).importance(importance).made());
  }
}
