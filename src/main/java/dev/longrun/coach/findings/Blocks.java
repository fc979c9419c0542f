package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The training blocks that were noted, the latest against the one before. */
final class Blocks implements FindingMaker {
  private static final String NOTED =
      """
      select name, from_date, coalesce(to_date, from_date) as to_date from annotation
      where kind = 'block' and from_date <= :today
      order by from_date desc limit 2""";

  private record Block(String name, LocalDate from, LocalDate to) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.BLOCKS);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<Block> blocks =
        log.handle()
            .createQuery(NOTED)
            .bind("today", log.today().toString())
            .map((row, context) -> new Block(row.getString("name"), LocalDate.parse(row.getString("from_date")), LocalDate.parse(row.getString("to_date"))))
            .list();
    if (blocks.isEmpty()) {
      return List.of(
          log.statement("blocks.none")
              .say("No training block is noted.")
              .say("`block: 2026-08-10..2026-10-25` with its own days and a `name:` in a log note makes one.")
              .strength(Strength.UNKNOWN)
              .importance(88)
              .made());
    }
    List<Finding> findings = new ArrayList<>();
    int importance = 90;
    for (Block block : blocks) {
      findings.add(one(block, importance, log));
      importance -= 15;
    }
    return findings;
  }

  private static Finding one(Block block, int importance, LogView log) {
    LocalDate last = log.lastDay();
    LocalDate to = block.to().isAfter(last) ? last : block.to();
    String id = "block." + block.from();
    Period period = new Period(block.from(), to.isBefore(block.from()) ? block.from() : to, block.name() == null ? "the block" : block.name());
    Totals totals = log.totals(period);
    double weeks = (period.to().toEpochDay() - period.from().toEpochDay() + 1) / 7.0;
    Fact km = log.fact(id + ".week", period.name(), "distance a week", period, totals.km() / weeks, Unit.KILOMETRES, totals.runs(), "counted_run");
    Fact longest = log.fact(id + ".longest", period.name(), "longest run", period, totals.longestKm(), Unit.KILOMETRES, null, "counted_run");
    Fact pace = log.fact(id + ".pace", period.name(), "mean pace", period, totals.paceSPerKm(), Unit.PACE, totals.runs(), "counted_run");
    Statement statement = log.statement(id).importance(importance);
    Object name = new Statement.Name(period.name());
    boolean open = block.to().isAfter(last);
    if (longest.quantity() == null || pace.quantity() == null) {
      return statement.say("“%s” (from %s%s): %s a week.", name, block.from(), open ? "" : " to " + log.day(block.to()), km).made();
    }
    return statement
        .say("“%s” (from %s%s): %s a week at %s on average, the longest run %s.", name, block.from(), open ? ", not over yet" : " to " + log.day(block.to()), km, pace, longest)
        .made();
  }
}
