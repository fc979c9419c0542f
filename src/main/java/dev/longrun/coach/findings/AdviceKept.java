package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the summaries advised, and how it was kept as far as that can be counted. */
final class AdviceKept implements FindingMaker {
  private static final String LEDGER = "advice_given";
  private static final int DAYS = 56;
  private static final int COMING_DAYS = 7;
  private static final int MOST = 3;

  private static final String GIVEN =
      """
      select advice_id, low, high, holds_from, holds_to, outcome, kept from advice_given
      where kind = 'week' and high is not null and holds_from <= :to and holds_to >= :from and date(given_at) <= date(holds_from, '+3 days')
      order by holds_from desc, advice_id desc""";

  private record Given(String id, Double low, Double high, LocalDate from, LocalDate to, Double outcome, boolean kept) {
    static Given of(ResultSet row) throws SQLException {
      return new Given(
          row.getString("advice_id"), RunTable.number(row, "low"), RunTable.number(row, "high"),
          LocalDate.parse(row.getString("holds_from")), LocalDate.parse(row.getString("holds_to")), RunTable.number(row, "outcome"), row.getInt("kept") == 1);
    }

    boolean isOfLongRun() {
      return id.startsWith("long-run");
    }
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ADVICE_KEPT);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    LocalDate from = asked.period() == null ? log.today().minusDays(DAYS) : asked.period().from();
    LocalDate to = asked.period() == null ? log.today().plusDays(COMING_DAYS) : asked.period().to();
    List<Given> given =
        log.handle().createQuery(GIVEN).bind("from", from.toString()).bind("to", to.toString()).map((row, context) -> Given.of(row)).list();
    if (given.isEmpty()) {
      return List.of(
          log.statement("advice.none")
              .say("No advice that can be counted was given for that time.")
              .say("The weekly summaries give a range of kilometres and a limit for the long run once four whole weeks are known.")
              .strength(Strength.UNKNOWN)
              .importance(90)
              .made());
    }
    List<Finding> findings = new ArrayList<>();
    List<Given> settled = given.stream().filter(each -> each.outcome() != null).toList();
    if (settled.size() > 1) {
      findings.add(count(settled, new Period(from, to, asked.period() == null ? "the last eight weeks" : asked.period().name()), log));
    }
    settled.stream().limit(MOST).forEach(each -> findings.add(kept(each, 80 - findings.size(), log)));
    given.stream().filter(each -> each.outcome() == null && !each.to().isBefore(log.today())).limit(2).forEach(each -> findings.add(open(each, log)));
    if (findings.isEmpty()) {
      findings.add(
          log.statement("advice.unsettled")
              .say("What became of the advice for that time is not known yet: the summary of it is still to come.")
              .strength(Strength.UNKNOWN)
              .importance(90)
              .made());
    }
    return findings;
  }

  private static Finding count(List<Given> settled, Period period, LogView log) {
    long kept = settled.stream().filter(Given::kept).count();
    Fact all = log.fact("advice.counted", period.name(), "advice that can be counted", period, (double) settled.size(), Unit.COUNT, null, LEDGER);
    Fact those = log.fact("advice.kept", period.name(), "advice kept", period, (double) kept, Unit.COUNT, settled.size(), LEDGER);
    return log.statement("advice.count").say("You kept %s of %s pieces of advice %s.", those, all, Periods.in(period)).importance(92).made();
  }

  private static Finding kept(Given given, int importance, LogView log) {
    String id = "advice." + given.id() + "-" + given.from();
    Period period = period(given, log);
    Fact high = log.fact(id + ".high", period.name(), "advised at most", period, given.high(), Unit.KILOMETRES, null, LEDGER);
    Fact low = log.fact(id + ".low", period.name(), "advised at least", period, given.low(), Unit.KILOMETRES, null, LEDGER);
    Fact done = log.fact(id + ".done", period.name(), given.isOfLongRun() ? "longest run" : "distance", period, given.outcome(), Unit.KILOMETRES, null, "counted_run");
    Statement statement = log.statement(id).importance(importance);
    if (given.isOfLongRun()) {
      statement.say("For " + period.name() + " the long run was to be at most %s; it was %s" + (given.kept() ? "." : ", which is more."), high, done);
    } else if (low.quantity() != null) {
      statement.say("For " + period.name() + " you were advised %s to %s; you ran %s" + verdict(given), low, high, done);
    } else {
      statement.say("For " + period.name() + " you were advised at most %s; you ran %s" + verdict(given), high, done);
    }
    if (!given.kept()) {
      statement.claims(given.outcome() > given.high() ? Claim.MORE : Claim.LESS);
    }
    return statement.made();
  }

  private static String verdict(Given given) {
    return given.kept() ? "." : given.outcome() > given.high() ? ", which is more." : ", which is less.";
  }

  private static Finding open(Given given, LogView log) {
    String id = "advice." + given.id() + "-" + given.from();
    Period period = period(given, log);
    Fact high = log.fact(id + ".high", period.name(), "advised at most", period, given.high(), Unit.KILOMETRES, null, LEDGER);
    Fact low = log.fact(id + ".low", period.name(), "advised at least", period, given.low(), Unit.KILOMETRES, null, LEDGER);
    Statement statement = log.statement(id).importance(given.isOfLongRun() ? 68 : 70);
    if (given.isOfLongRun() || low.quantity() == null) {
      return statement.say("For " + period.name() + (given.isOfLongRun() ? " the advice for the long run is" : " the advice is") + " at most %s.", high).made();
    }
    return statement.say("For " + period.name() + " the advice is %s to %s.", low, high).made();
  }

  private static Period period(Given given, LogView log) {
    return new Period(given.from(), given.to(), "the week from " + log.day(given.from()));
  }
}
