package dev.longrun.analysis;

import dev.longrun.metrics.trend.RunObservation;
import dev.longrun.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The log up to a day, as the sections of a page ask it; what several of them need is read once. */
final class AnalysedLog {
  /** A straight line says little over longer times; shoes and bodies change. */
  static final int YEARS = 2;

  private final Handle handle;
  private final LocalDate today;
  private final Settings settings;
  private final Optional<Goal> goal;
  private final RaceHistory races;
  private List<RunObservation> runs;
  private AdjustedPaces adjustedPaces;

  AnalysedLog(Handle handle, LocalDate today, Settings settings) {
    this.handle = handle;
    this.today = today;
    this.settings = settings;
    this.goal = new Goals(settings).next(handle, today);
    this.races = RaceHistory.read(handle);
  }

  Handle handle() {
    return handle;
  }

  LocalDate today() {
    return today;
  }

  Settings settings() {
    return settings;
  }

  /** Empty when there is none for a day to come. */
  Optional<Goal> goal() {
    return goal;
  }

  /** All races, not only those of {@link #YEARS}. */
  RaceHistory races() {
    return races;
  }

  /** Those of the last {@value #YEARS} years, oldest first. */
  List<RunObservation> runs() {
    if (runs == null) {
      runs = RunHistory.between(handle, today.minusYears(YEARS), today);
    }
    return runs;
  }

  AdjustedPaces adjustedPaces() {
    if (adjustedPaces == null) {
      adjustedPaces = AdjustedPaces.of(runs());
    }
    return adjustedPaces;
  }

  /** What may be expected from all that is known today. */
  Outlook outlook() {
    return new Outlook(handle, today, goal.map(Goal::date).orElse(null), races);
  }
}
