package dev.longrun.demo.runner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A runner who does not exist: some years of training toward a spring marathon, with weather, form, races and everything
 * awkward that happens to real logs. The same last day, years, seed and truths give the same runs to the last digit, on every
 * machine. What was put in is documented in {@code docs/demo-runner.md}.
 */
public final class SyntheticRunner {
  /** The seed of the demo. */
  public static final long SEED = 2_5959;

  private static final double FATIGUE_DAYS = 7;
  private static final double FITNESS_DAYS = 42;
  /** Load of a day in the first weeks, before there is a mean; hard minutes. */
  private static final double USUAL_LOAD = 45;

  private final Season season;
  private final SyntheticWeather weather;
  private final TrainingPlan plan;
  private final RunMaker maker;
  private final SyntheticMornings mornings;
  private final List<SyntheticRun> runs = new ArrayList<>();
  private double fatigue = USUAL_LOAD;
  private double fitness = USUAL_LOAD;
  private LocalDate nextDay;

  private SyntheticRunner(LocalDate lastDay, int years, long seed, Truths truths, boolean daily) {
    this.season = Season.of(lastDay, years);
    this.weather = new SyntheticWeather(seed);
    this.plan = new TrainingPlan(season, seed, daily);
    this.maker = new RunMaker(truths, season, weather, seed);
    this.mornings = new SyntheticMornings(season, seed);
    this.nextDay = season.firstDay();
    while (!nextDay.isAfter(lastDay)) {
      liveOneMoreDay();
    }
  }

  /** The runner of the demo: two years up to and including the last day. */
  public static SyntheticRunner ofTheDemo(LocalDate lastDay) {
    return of(lastDay, 2, SEED, Truths.ofTheDemo());
  }

  /** @param years at least 2, so that the whole story has room */
  public static SyntheticRunner of(LocalDate lastDay, int years, long seed, Truths truths) {
    return new SyntheticRunner(lastDay, years, seed, truths, false);
  }

  /** A runner who never takes a day off but for the illness. */
  public static SyntheticRunner daily(LocalDate lastDay, int years, long seed) {
    return new SyntheticRunner(lastDay, years, seed, Truths.ofTheDemo().withFitnessTrendPerYear(0.005), true);
  }

  public Season season() {
    return season;
  }

  public SyntheticWeather weather() {
    return weather;
  }

  public SyntheticMornings mornings() {
    return mornings;
  }

  /** Oldest first. */
  public List<SyntheticRun> runs() {
    return List.copyOf(runs);
  }

  /** Goes on living until there is one more run, and returns it. */
  public SyntheticRun nextRun() {
    int before = runs.size();
    while (runs.size() == before) {
      liveOneMoreDay();
    }
    return runs.get(before);
  }

  /** The full hours that the weather service knows nothing about. */
  public Set<Instant> hoursWithoutWeather() {
    return runs.stream()
        .filter(run -> run.date().equals(season.withoutWeatherOn()))
        .map(run -> Instant.ofEpochSecond(Math.floorDiv(run.startedAt().getEpochSecond(), 3600L) * 3600))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void liveOneMoreDay() {
    List<Session> sessions = new ArrayList<>(plan.sessions(nextDay));
    sessions.sort(Comparator.comparing(Session::start));
    double overload = Math.max(0, fatigue / fitness - 1);
    double load = 0;
    for (Session session : sessions) {
      SyntheticRun run = maker.run(session, overload);
      runs.add(run);
      load += run.movingS() / 60 * session.kind().effort() / 5;
    }
    fatigue += (load - fatigue) / FATIGUE_DAYS;
    fitness += (load - fitness) / FITNESS_DAYS;
    nextDay = nextDay.plusDays(1);
  }
}
