package dev.longrun.demo.runner;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;

/**
 * The mornings of the synthetic runner, a pure function of the seed and the day. What is planted in them is documented in {@code
 * docs/demo-runner.md}.
 */
public final class SyntheticMornings {
  private static final ZoneId HOME = ZoneId.of("Europe/Berlin");

  /** Apart from the numbers of runs and weather. */
  private static final long STREAM = 0x4D4F524EL;

  private static final double RESTING_HR_BPM = 48;
  private static final double RESTING_HR_SIGMA = 0.9;
  private static final double ILLNESS_BPM = 8;
  private static final double RMSSD_MS = 62;
  private static final double RMSSD_SIGMA = 0.10;
  private static final double ILLNESS_RMSSD = 0.35;
  private static final double SLEEP_S = 7 * 3_600 + 40 * 60;
  private static final double SLEEP_SIGMA_S = 25 * 60;
  private static final double SUNDAY_S = 35 * 60;
  private static final double JOURNEY_S = 75 * 60;
  private static final double NOT_WORN = 0.04;

  /** The illness shows two mornings before the runner feels it, and three after. */
  private static final int BEFORE = 2;

  private static final int AFTER = 3;
  private static final int READINESS_WEEKS = 8;

  private final Season season;
  private final long seed;

  SyntheticMornings(Season season, long seed) {
    this.season = season;
    this.seed = seed;
  }

  /** @return empty when the watch lay on the table, or before the first day */
  public Optional<SyntheticMorning> on(LocalDate day) {
    if (day.isBefore(season.firstDay())) {
      return Optional.empty();
    }
    Random chance = Chance.of(seed, STREAM + day.toEpochDay());
    boolean shown = shows(day);
    if (chance.nextDouble() < NOT_WORN && !shown) {
      return Optional.empty();
    }
    double ill = shown ? 1 : 0;
    int restingHr = (int) Math.round(RESTING_HR_BPM + ill * ILLNESS_BPM + RESTING_HR_SIGMA * chance.nextGaussian());
    int rmssd = (int) Math.round(RMSSD_MS * Math.exp(RMSSD_SIGMA * chance.nextGaussian() - ill * ILLNESS_RMSSD));
    double slept = SLEEP_S + SLEEP_SIGMA_S * chance.nextGaussian();
    slept += day.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY_S : 0;
    slept -= season.isAway(day) ? JOURNEY_S : 0;
    int sleepS = (int) Math.round(slept / 60) * 60;
    int awakeS = 60 * (5 + chance.nextInt(20));
    Instant woke = day.atTime(LocalTime.of(6, 15)).atZone(HOME).toInstant();
    int battery = (int) Math.round(Math.min(100, 40 + slept / 600 - 25 * ill));
    Integer readiness = season.weeksBeforeLast(day) <= READINESS_WEEKS ? (Integer) (int) Math.round(70 - 40 * ill + 8 * chance.nextGaussian()) : null;
    return Optional.of(
        new SyntheticMorning(
            restingHr, rmssd, sleepS, awakeS, woke.minus(sleepS + (long) awakeS, ChronoUnit.SECONDS), woke, battery, 25 + chance.nextInt(15), readiness));
  }

  private boolean shows(LocalDate day) {
    return !day.isBefore(season.illnessFrom().minusDays(BEFORE)) && !day.isAfter(season.illnessTo().plusDays(AFTER));
  }
}
