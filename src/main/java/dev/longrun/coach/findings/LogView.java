package dev.longrun.coach.findings;

import dev.longrun.analysis.AnalysedLog;
import dev.longrun.analysis.Goal;
import dev.longrun.coach.topics.Period;
import dev.longrun.log.KnownUntil;
import dev.longrun.log.RunKey;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.quantity.Units;
import dev.longrun.settings.Settings;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The log on one day, as findings ask it: what happened after {@link #knownUntil()} is not known. Within one read transaction, used by
 * one thread.
 */
public final class LogView {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Handle handle;
  private final LocalDate today;
  private final LocalDate knownUntil;
  private final Settings settings;
  private final Units units;
  private final RunTable runs;
  private AnalysedLog analysed;

  public LogView(Handle handle, LocalDate today, Settings settings) {
    this.handle = handle;
    this.today = today;
    LocalDate known = KnownUntil.read(handle).day();
    this.knownUntil = known == null || known.isBefore(today) ? known : today;
    this.settings = settings;
    this.units = settings.units();
    this.runs = new RunTable(handle);
  }

  public Handle handle() {
    return handle;
  }

  public LocalDate today() {
    return today;
  }

  /** The last day that is wholly known; null: nothing is known. */
  public LocalDate knownUntil() {
    return knownUntil;
  }

  /** The last day of which anything can be said: the last known one, or a later one on which a run is known; never after today. */
  public LocalDate lastDay() {
    LocalDate newest = runs.newestDay(today);
    return newest == null ? today : knownUntil == null || newest.isAfter(knownUntil) ? newest : knownUntil;
  }

  public boolean isKnown(Period period) {
    return knownUntil != null && !period.to().isAfter(knownUntil);
  }

  public Settings settings() {
    return settings;
  }

  public Units units() {
    return units;
  }

  public RunTable runs() {
    return runs;
  }

  public Optional<RunRow> run(RunKey key) {
    return runs.at(key);
  }

  public List<RunRow> runs(Period period) {
    return runs.between(period.from(), period.to());
  }

  public Totals totals(Period period) {
    return Totals.of(runs(period));
  }

  /** The race trained for; empty when none is set. */
  public Optional<Goal> goal() {
    return analysed().goal();
  }

  /** The log as {@code analyse} sees it. */
  public AnalysedLog analysed() {
    if (analysed == null) {
      analysed = new AnalysedLog(handle, today, settings);
    }
    return analysed;
  }

  /** {@code 22 November}, with the year when it is another one. */
  public String day(LocalDate day) {
    return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
  }

  public Statement statement(String id) {
    return new Statement(id, this);
  }

  /** @return a fact whose quantity is null when the number is */
  public Fact fact(String id, String thing, String aspect, Period period, Number value, Unit unit, Integer sample, String query) {
    return new Fact(
        id,
        thing,
        aspect,
        period == null ? null : period.from(),
        period == null ? null : period.to(),
        Quantity.ofNullable(value, unit),
        sample,
        knownUntil,
        null,
        query);
  }

  /** A fact of one day. */
  public Fact fact(String id, String thing, String aspect, LocalDate day, Number value, Unit unit, String query) {
    return fact(id, thing, aspect, new Period(day, day, day(day)), value, unit, null, query);
  }

  /** The first less the second as printed. */
  public Fact difference(String id, Fact one, Fact other) {
    return new Fact(
        id, one.thing(), one.aspect() + ", difference to " + other.thing(), one.from(), one.to(), one.quantity().minus(other.quantity()), null,
        knownUntil, null, one.query());
  }
}
