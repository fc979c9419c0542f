package dev.longrun.coach.summary;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.log.Timestamps;
import dev.longrun.quantity.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** What was advised in which summary, and what became of it. Written in the transaction that stores the summary. */
final class AdviceLedger {
  private AdviceLedger() {}

  /** @param low in kilometres, like the upper end; null: none */
  record Given(String adviceId, String text, Double low, Double high) {}

  /** The advice of a summary, whatever stood there before. */
  static void keep(Handle handle, SummaryPeriod period, List<Advice> advice, Instant now) {
    handle.execute("delete from advice_given where kind = ? and period = ?", period.kind().id(), period.name());
    SummaryPeriod next = period.next();
    for (Advice each : advice) {
      handle
          .createUpdate(
              """
              insert into advice_given (kind, period, advice_id, text, low, high, unit, reasons, holds_from, holds_to, given_at)
              values (:kind, :period, :id, :text, :low, :high, :unit, :reasons, :from, :to, :now)
              on conflict (kind, period, advice_id) do nothing""")
          .bind("kind", period.kind().id())
          .bind("period", period.name())
          .bind("id", each.id())
          .bind("text", each.text())
          .bind("low", value(each.low()))
          .bind("high", value(each.high()))
          .bind("unit", each.high() != null ? each.high().unit().name() : each.low() != null ? each.low().unit().name() : null)
          .bind("reasons", "[" + String.join(",", each.reasons().stream().map(reason -> "\"" + reason + "\"").toList()) + "]")
          .bind("from", next.from().toString())
          .bind("to", next.to().toString())
          .bind("now", Timestamps.of(now))
          .execute();
    }
  }

  private static Double value(Quantity quantity) {
    return quantity == null ? null : quantity.value();
  }

  /** What was advised for a period: in the summary before it, and early enough to be kept. */
  static List<Given> givenFor(Handle handle, SummaryPeriod period) {
    return handle
        .createQuery("select advice_id, text, low, high from advice_given where kind = :kind and period = :period and date(given_at) <= date(holds_from, '+3 days') order by advice_id")
        .bind("kind", period.kind().id())
        .bind("period", period.previous().name())
        .map(
            (row, context) -> {
              double low = row.getDouble("low");
              Double lowOrNull = row.wasNull() ? null : (Double) low;
              double high = row.getDouble("high");
              return new Given(row.getString("advice_id"), row.getString("text"), lowOrNull, row.wasNull() ? null : (Double) high);
            })
        .list();
  }

  static String measure(Given given) {
    return given.adviceId().startsWith("long-run") ? "longest run" : "distance";
  }

  /** Kilometres; null when it cannot be counted. */
  static Double outcome(Given given, SummaryPeriod period, LogView log) {
    if (period.kind() != SummaryPeriod.Kind.WEEK) {
      // A range for the week after a month says nothing of the month.
      return null;
    }
    List<RunRow> runs = log.runs(period.period());
    if (given.adviceId().equals("long-run.limit")) {
      return runs.stream().filter(run -> !run.isRace()).map(RunRow::km).filter(Objects::nonNull).max(Double::compare).orElse(null);
    }
    return given.adviceId().equals("week.range") ? (Double) log.totals(period.period()).km() : null;
  }

  /** What became of a piece of advice. */
  record Outcome(Given given, double done) {
    boolean kept() {
      return (given.low() == null || done >= given.low()) && (given.high() == null || done <= given.high());
    }
  }

  /** What became of the advice for a period that is wholly known, as far as it can be counted. */
  static List<Outcome> outcomes(SummaryPeriod period, LogView log) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Given given : givenFor(log.handle(), period)) {
      Double done = outcome(given, period, log);
      if (done != null && (given.low() != null || given.high() != null)) {
        outcomes.add(new Outcome(given, done));
      }
    }
    return outcomes;
  }

  /** Notes what became of the advice for a period. */
  static void settle(Handle handle, SummaryPeriod period, List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      handle
          .createUpdate(
              """
              update advice_given set outcome = :done, kept = :kept
              where kind = :kind and period = :period and advice_id = :id and (outcome, kept) is not (:done, :kept)""")
          .bind("done", outcome.done())
          .bind("kept", outcome.kept() ? 1 : 0)
          .bind("kind", period.kind().id())
          .bind("period", period.previous().name())
          .bind("id", outcome.given().adviceId())
          .execute();
    }
  }
}
