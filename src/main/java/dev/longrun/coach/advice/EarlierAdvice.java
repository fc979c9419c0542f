package dev.longrun.coach.advice;

import dev.longrun.coach.findings.LogView;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What summaries of the last fourteen days advised: advice that says otherwise says that it does. */
final class EarlierAdvice {
  private static final int DAYS = 14;

  /** A limit that falls by less than this is the same advice, with other numbers. */
  private static final double ABOUT_THE_SAME = 0.9;

  private static final Set<String> REST = Set.of("rest.illness", "rest.injury", "tomorrow.rest", "see-physician", "long-run.after-marathon");
  private static final Set<String> TRAIN = Set.of("week.range", "long-run.limit", "goal-pace.long-run");

  private static final String GIVEN =
      """
      select advice_id, low, high, date(given_at) as given_on from advice_given
      where date(given_at) between :from and :today
      order by given_at desc, advice_id""";

  private EarlierAdvice() {}

  private record Earlier(String id, Double low, Double high, LocalDate givenOn) {}

  /** The same advice, with a sentence more when it goes against an earlier one. */
  static Advice reconciled(Advice advice, LogView log) {
    return against(advice, log)
        .map(
            earlier ->
                new Advice(
                    advice.id(), advice.text() + " On " + log.day(earlier.givenOn()) + " the advice was another; this one takes its place.",
                    advice.reasons(), advice.low(), advice.high()))
        .orElse(advice);
  }

  private static Optional<Earlier> against(Advice advice, LogView log) {
    return log.handle()
        .createQuery(GIVEN)
        .bind("from", log.today().minusDays(DAYS).toString())
        .bind("today", log.today().toString())
        .map(
            (row, context) ->
                new Earlier(row.getString("advice_id"), number(row.getObject("low")), number(row.getObject("high")), LocalDate.parse(row.getString("given_on"))))
        .stream()
        .filter(earlier -> contradicts(advice, earlier))
        .findFirst();
  }

  private static Double number(Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }

  private static boolean contradicts(Advice advice, Earlier earlier) {
    if (REST.contains(advice.id())) {
      return TRAIN.contains(earlier.id()) && !(advice.id().equals("long-run.after-marathon") && earlier.id().equals("week.range"));
    }
    if (!advice.id().equals(earlier.id()) || advice.high() == null || earlier.high() == null) {
      return false;
    }
    double high = advice.high().value();
    if (advice.low() == null || earlier.low() == null) {
      return high < ABOUT_THE_SAME * earlier.high();
    }
    return advice.low().value() > earlier.high() || high < earlier.low();
  }
}
