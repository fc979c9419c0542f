package dev.longrun.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.log.Database;
import dev.longrun.log.KnownUntil;
import dev.longrun.log.Timestamps;
import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.ModelForecast;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.quantity.IsoWeek;
import dev.longrun.settings.Settings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes down each week what is forecast, before anybody can know better: a row a distance, never rewritten. Said once a week, on the
 * first day on which everything is known up to the evening before, at the latest on Sunday; of a week of which nothing is known nothing
 * is said.
 */
public final class GoalLedger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Jdbi writer;
  private final Jdbi reader;
  private final Goals goals;
  private final ZoneId timezone;
  private final Clock clock;

  public GoalLedger(Settings settings, Database database) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.goals = new Goals(settings);
    this.timezone = settings.timezone();
    this.clock = settings.clock();
  }

  /** Writes this week's forecasts, if they are not written yet and there is a log to make them from. */
  public void record() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), timezone);
    // Asked every few seconds: only who has something to write takes the lock of the writers.
    if (reader.withHandle(handle -> dayToRestOn(handle, today)).isPresent()) {
      writer.useTransaction(handle -> dayToRestOn(handle, today).ifPresent(day -> write(handle, today, day)));
    }
  }

  /** Empty when this week's row is written, or cannot be yet. */
  private static Optional<LocalDate> dayToRestOn(Handle handle, LocalDate today) {
    return isWritten(handle, today) ? Optional.empty() : lastDay(handle, today).filter(day -> hasRunsUpTo(handle, day));
  }

  /** The last known day, if that was yesterday; on Sunday any of the week, or the one before it. */
  private static Optional<LocalDate> lastDay(Handle handle, LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    LocalDate known = KnownUntil.read(handle).atMost(yesterday);
    LocalDate earliest = today.getDayOfWeek() == DayOfWeek.SUNDAY ? today.minusDays(7) : yesterday;
    return Optional.ofNullable(known).filter(day -> !day.isBefore(earliest));
  }

  private static boolean isWritten(Handle handle, LocalDate today) {
    return handle.createQuery("select count(*) from goal_ledger where week = ?").bind(0, IsoWeek.of(today).name()).mapTo(Integer.class).one() > 0;
  }

  private static boolean hasRunsUpTo(Handle handle, LocalDate day) {
    return handle.createQuery("select count(*) from counted_run where run_date <= ?").bind(0, day.toString()).mapTo(Integer.class).one() > 0;
  }

  /** @param known the last day of the log it rests on */
  private void write(Handle handle, LocalDate today, LocalDate known) {
    Goal goal = goals.next(handle, today).orElse(null);
    Outlook outlook = new Outlook(handle, known, goal == null ? null : goal.date(), RaceHistory.read(handle));
    int version = handle.createQuery("select version from formula where metric = 'goal_ledger.forecast_s'").mapTo(Integer.class).one();
    for (StandardDistance distance : Outlook.DISTANCES) {
      Forecast forecast = outlook.of(distance);
      boolean ofTheGoal = goal != null && goal.distance().filter(distance::equals).isPresent();
      handle
          .createUpdate(
              """
              insert into goal_ledger (week, distance_m, recorded_at, known_until, forecast_s, sigma_s, low_s, high_s, goal_time_s,
                                       goal_date, goal_probability, models, missing, formula_version)
              values (:week, :distanceM, :recordedAt, :knownUntil, :seconds, :sigmaS, :lowS, :highS, :goalTimeS, :goalDate,
                      :probability, :models, :missing, :version)""")
          .bind("week", IsoWeek.of(today).name())
          .bind("distanceM", distance.distanceM())
          .bind("recordedAt", Timestamps.of(clock.instant()))
          .bind("knownUntil", known.toString())
          .bind("seconds", forecast.seconds())
          .bind("sigmaS", forecast.sigmaS())
          .bind("lowS", forecast.lowS())
          .bind("highS", forecast.highS())
          .bind("goalTimeS", ofTheGoal ? (Double) goal.timeS() : null)
          .bind("goalDate", ofTheGoal && goal.date() != null ? goal.date().toString() : null)
          .bind("probability", ofTheGoal && forecast.isKnown() ? (Double) forecast.goalProbability(goal.timeS()).getAsDouble() : null)
          .bind("models", models(forecast))
          .bind("missing", forecast.missing().isEmpty() ? null : String.join("; ", forecast.missing()))
          .bind("version", version)
          .execute();
    }
  }

  private static String models(Forecast forecast) {
    Map<String, Object> models = new LinkedHashMap<>();
    for (ModelForecast model : forecast.models()) {
      models.put(model.model().label(), model.isKnown() ? model.seconds() : model.missing());
    }
    try {
      return JSON.writeValueAsString(models);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The models cannot be written as JSON", e);
    }
  }
}
