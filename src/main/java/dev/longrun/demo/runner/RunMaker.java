package dev.longrun.demo.runner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a run of a session: the runner aims at a heart rate, and {@link Truths} say how fast that is on the day. Everything is
 * rounded as a watch would round it, and mean speed and mean heart rate of the finished run obey the truths.
 */
final class RunMaker {
  private static final long CHANCE_OF_RUN = 2L << 40;
  private static final double DAYS_A_YEAR = 365.25;
  private static final double WEIGHT_KG = 65;
  /** Watts for each kilogram and metre a second, as foot pods estimate it. */
  private static final double POWER_FACTOR = 1.04;

  private static final double MAX_HR_BPM = 187;
  /** How far the runner lets the heart rate rise in the heat before slowing down. */
  private static final double HR_PER_DEGREE_OF_HEAT = 0.15;

  private final Truths truths;
  private final Season season;
  private final SyntheticWeather weather;
  private final long seed;

  RunMaker(Truths truths, Season season, SyntheticWeather weather, long seed) {
    this.truths = truths;
    this.season = season;
    this.weather = weather;
    this.seed = seed;
  }

  /** @param overload 7-day over 42-day mean load, less one, at least 0 */
  SyntheticRun run(Session session, double overload) {
    Random chance = Chance.of(seed, CHANCE_OF_RUN + session.start().toEpochSecond());
    Instant start = session.start().toInstant();
    boolean treadmill = session.is(Session.Oddity.TREADMILL);
    Laps laps = Laps.of(session, chance);
    Hills hills = treadmill ? Hills.none(laps) : Hills.along(laps, session.kind().isRace(), chance);
    Shoe shoe = shoe(session, chance);
    double roughSeconds = laps.stretches().stream().mapToDouble(Laps.Stretch::km).sum() * truths.paceAtReferenceHrSPerKm();
    double heat = treadmill ? 0 : weather.heat(start.plusSeconds(Math.round(roughSeconds / 2)), session.place());
    double hr =
        session.kind().meanHrBpm() + session.kind().spreadBpm() * chance.nextGaussian() + HR_PER_DEGREE_OF_HEAT * heat;
    double logSpeed =
        StrictMath.log(1000 / truths.paceAtReferenceHrSPerKm())
            + truths.fitnessTrendPerYear() * years(session)
            + truths.hrSlopePerBpm() * (hr - truths.referenceHrBpm())
            - truths.heatCostPerDegree() * heat
            - truths.hillCostPerMeterPerKm() * hills.gainPerKm()
            + truths.shoeEffect(shoe)
            - truths.fatigueCost() * overload
            - illness(session)
            + truths.noiseSigma() * chance.nextGaussian();
    List<SyntheticLap> recorded = recorded(session, laps, hills, StrictMath.exp(logSpeed), hr, chance);
    return describe(session, recorded, shoe, overload, heat, chance);
  }

  private double years(Session session) {
    return (session.start().toLocalDate().toEpochDay() - season.lastDay().toEpochDay()) / DAYS_A_YEAR;
  }

  private double illness(Session session) {
    long days = session.start().toLocalDate().toEpochDay() - season.illnessTo().toEpochDay();
    return days <= 0 || days > 60 ? 0 : truths.illnessCost() * StrictMath.pow(2, -(days - 1) / 5.0);
  }

  /** Speed and heart rate of each stretch: its shape, its hill, its chance; then all of them moved to the mean of the run. */
  private List<SyntheticLap> recorded(
      Session session, Laps laps, Hills hills, double speed, double hr, Random chance) {
    int count = laps.stretches().size();
    double[] seconds = new double[count];
    double[] beats = new double[count];
    double totalM = 0;
    double totalS = 0;
    for (int i = 0; i < count; i++) {
      Laps.Stretch stretch = laps.stretches().get(i);
      double slope = hills.gain(i) / Math.max(0.1, stretch.km()) - hills.gainPerKm();
      double factor =
          StrictMath.exp(stretch.logSpeed() - truths.hillCostPerMeterPerKm() * slope + 0.01 * chance.nextGaussian());
      seconds[i] = stretch.km() * 1000 / (speed * factor);
      beats[i] = stretch.hrBpm() + truths.driftBpmPerHour() * totalS / 3600 + 0.1 * slope + chance.nextGaussian();
      totalM += stretch.km() * 1000;
      totalS += seconds[i];
    }
    double stretchTime = totalM / speed / totalS;
    double meanBeats = 0;
    for (int i = 0; i < count; i++) {
      meanBeats += beats[i] * seconds[i] / totalS;
    }
    List<SyntheticLap> recorded = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double metres = Math.rint(laps.stretches().get(i).km() * 100_000) / 100;
      double moving = Math.rint(seconds[i] * stretchTime * 1000) / 1000;
      double metresASecond = metres / moving;
      recorded.add(
          new SyntheticLap(
              laps.stretches().get(i).intensity(),
              metres,
              moving,
              moving + pause(session, i, chance),
              session.is(Session.Oddity.NO_HEART_RATE) ? null : Math.min(MAX_HR_BPM, Math.rint(hr + beats[i] - meanBeats)),
              Math.rint(WEIGHT_KG * POWER_FACTOR * metresASecond + 0.4 * hills.gain(i)),
              Math.rint(2 * (172 + 9 * (metresASecond - 3.3) + chance.nextGaussian())) / 2,
              session.is(Session.Oddity.TREADMILL) ? null : hills.gain(i),
              session.is(Session.Oddity.TREADMILL) ? null : hills.loss(i)));
    }
    return recorded;
  }

  /** Seconds that the timer stood still: a long drink and a shoe lace in one run, traffic lights in others. */
  private static double pause(Session session, int lap, Random chance) {
    boolean light = lap == 2 && chance.nextDouble() < 0.3;
    if (session.is(Session.Oddity.PAUSES)) {
      return lap == 5 ? 95 : lap == 13 ? 740 : 0;
    }
    return light && !session.kind().isRace() && !session.is(Session.Oddity.TREADMILL) ? 8 + chance.nextInt(30) : 0;
  }

  private SyntheticRun describe(
      Session session, List<SyntheticLap> laps, Shoe shoe, double overload, double heat, Random chance) {
    double distanceM = Math.rint(laps.stream().mapToDouble(SyntheticLap::distanceM).sum() * 100) / 100;
    double movingS = Math.rint(laps.stream().mapToDouble(SyntheticLap::movingS).sum() * 1000) / 1000;
    double elapsedS = Math.rint(laps.stream().mapToDouble(SyntheticLap::elapsedS).sum() * 1000) / 1000;
    boolean hasHr = !session.is(Session.Oddity.NO_HEART_RATE);
    boolean treadmill = session.is(Session.Oddity.TREADMILL);
    boolean onlyStrava = session.is(Session.Oddity.ONLY_ON_STRAVA);
    boolean onStrava = !session.start().toLocalDate().isBefore(season.onStravaFrom());
    long minutes = session.start().toEpochSecond() / 60;
    boolean answered = chance.nextDouble() >= 0.12;
    boolean feelAnswered = answered && chance.nextDouble() >= 0.08;
    double latitude = Math.rint((session.place().latitude() + 1e-4 * chance.nextGaussian()) * 1e6) / 1e6;
    return new SyntheticRun(
        onlyStrava ? null : 20_000_000_000L + minutes,
        onStrava ? Long.valueOf(15_000_000_000L + minutes) : null,
        session.start().toInstant(),
        session.place().zone(),
        name(session),
        comment(session),
        session.place().name(),
        treadmill ? null : Double.valueOf(latitude),
        treadmill ? null : Double.valueOf(session.place().longitude()),
        treadmill,
        session.kind().isRace(),
        distanceM,
        movingS,
        elapsedS,
        hasHr ? Double.valueOf(Math.rint(mean(laps, movingS, true))) : null,
        hasHr ? Double.valueOf(maxHr(laps, chance)) : null,
        Math.rint(mean(laps, movingS, false)),
        Math.rint(laps.stream().mapToDouble(lap -> lap.avgCadenceSpm() * lap.movingS()).sum() / movingS * 2) / 2,
        treadmill ? null : Double.valueOf(laps.stream().mapToDouble(SyntheticLap::elevationGainM).sum()),
        treadmill ? null : Double.valueOf(laps.stream().mapToDouble(SyntheticLap::elevationLossM).sum()),
        answered ? Integer.valueOf(effort(session, distanceM, heat, chance)) : null,
        feelAnswered ? Integer.valueOf(feel(session, overload, heat, chance)) : null,
        shoe,
        laps,
        session.kind() == Kind.INTERVAL ? Kilometres.of(laps) : laps);
  }

  private static double mean(List<SyntheticLap> laps, double movingS, boolean heartRate) {
    return laps.stream().mapToDouble(lap -> (heartRate ? lap.avgHrBpm() : lap.avgPowerW()) * lap.movingS()).sum() / movingS;
  }

  private static double maxHr(List<SyntheticLap> laps, Random chance) {
    double highest = laps.stream().mapToDouble(SyntheticLap::avgHrBpm).max().orElseThrow();
    return Math.min(MAX_HR_BPM, highest + 3 + chance.nextInt(5));
  }

  private static int effort(Session session, double distanceM, double heat, Random chance) {
    double felt = session.kind().effort() + (distanceM > 26_000 ? 1 : 0) + heat / 15 + 0.6 * chance.nextGaussian();
    return (int) Math.max(1, Math.min(10, Math.rint(felt)));
  }

  private static int feel(Session session, double overload, double heat, Random chance) {
    double felt =
        4 - 2.5 * overload - heat / 20 - (session.is(Session.Oddity.AFTER_ILLNESS) ? 1.5 : 0) + 0.6 * chance.nextGaussian();
    return (int) Math.max(1, Math.min(5, Math.rint(felt)));
  }

  /** Fast shoes for fast days, the other two in turns by chance; nothing before the runner began to note them. */
  private Shoe shoe(Session session, Random chance) {
    double draw = chance.nextDouble();
    double everyday = chance.nextDouble();
    if (session.start().toLocalDate().isBefore(season.shoesNotedFrom())) {
      return null;
    }
    double carbon = session.kind().isRace() ? 1 : session.kind().isFast() ? 0.5 : session.kind() == Kind.LONG ? 0.15 : 0;
    return draw < carbon && !session.is(Session.Oddity.TREADMILL) ? Shoe.CARBON : everyday < 0.55 ? Shoe.DAILY : Shoe.SOFT;
  }

  private static String name(Session session) {
    if (session.name() != null) {
      return session.name();
    }
    if (session.is(Session.Oddity.TREADMILL)) {
      return "Treadmill Running";
    }
    String what =
        switch (session.kind()) {
          case EASY -> "Easy";
          case LONG -> "Long run";
          case TEMPO -> "Tempo";
          case INTERVAL -> Laps.repetitions(session.km()) + " x 1000 m";
          case RACE_10K, RACE_HALF -> "Race";
        };
    return session.place().name() + " - " + what;
  }

  private static String comment(Session session) {
    if (session.is(Session.Oddity.AFTER_ILLNESS)) {
      return "Still a bit weak after the flu.";
    }
    return session.is(Session.Oddity.PAUSES) ? "Met Anna at the lake, long chat." : null;
  }
}
