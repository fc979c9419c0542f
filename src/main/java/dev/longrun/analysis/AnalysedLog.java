package dev.longrun.analysis;

import dev.longrun.log.KnownUntil;
import dev.longrun.metrics.trend.RunObservation;
import dev.longrun.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The log up to a day, as the sections of a page ask it; what several of them need is read once. */
public final class AnalysedLog {
  /** A straight line says little over longer times; shoes and bodies change. */
  static final int YEARS = 2;

  private final Handle handle;
  private final KnownUntil known;
  private final LocalDate day;
  private final LocalDate today;
  private final Settings settings;
  private final Optional<Goal> goal;
  private final RaceHistory races;
  private List<RunObservation> runs;
  private AdjustedPaces adjustedPaces;

  public AnalysedLog(Handle handle, LocalDate today, Settings settings) {
    this.handle = handle;
    this.known = KnownUntil.read(handle);
    this.day = today;
    this.today = lastTold(handle, known, today);
    this.settings = settings;
    this.goal = new Goals(settings).next(handle, day);
    this.races = RaceHistory.read(handle);
  }

  public Handle handle() {
    return handle;
  }

  public KnownUntil known() {
    return known;
  }

  /** Whether all is known up to yesterday's end. */
  boolean isKnownToTheDay() {
    return known.covers(day.minusDays(1));
  }

  /** The runner's today, on which the sections stand; when the log is not known to the day, the day on which it was known last. */
  public LocalDate today() {
    return today;
  }

  /** The day on which a source answered last was not over; without any word the day of the last run is the last that is known of. */
  private static LocalDate lastTold(Handle handle, KnownUntil known, LocalDate today) {
    LocalDate told =
        known.day() != null
            ? known.day().plusDays(1)
            : handle.createQuery("select max(run_date) from counted_run").mapTo(String.class).findOne().map(LocalDate::parse).orElse(today);
    return told.isBefore(today) ? told : today;
  }

  public Settings settings() {
    return settings;
  }

  /** Empty when there is none for a day to come. */
  public Optional<Goal> goal() {
    return goal;
  }

  /** All races, not only those of {@link #YEARS}. */
  public RaceHistory races() {
    return races;
  }

  /** Those of the last {@value #YEARS} years, oldest first. */
  public List<RunObservation> runs() {
    if (runs == null) {
      runs = RunHistory.between(handle, today.minusYears(YEARS), today);
    }
    return runs;
  }

  public AdjustedPaces adjustedPaces() {
    if (adjustedPaces == null) {
      adjustedPaces = AdjustedPaces.of(runs());
    }
    return adjustedPaces;
  }

  /** What may be expected from all that is known today. */
  public Outlook outlook() {
    return new Outlook(handle, day, goal.map(Goal::date).orElse(null), races);
  }
}
