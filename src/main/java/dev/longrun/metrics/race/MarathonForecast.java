package dev.longrun.metrics.race;

import dev.longrun.metrics.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The marathon somebody may expect: the median of four models, because no single equation is best (Keogh 2019, 114 equations), weighed
 * together with a marathon of the last half year, which is the best evidence there is.
 *
 * <p>From one marathon to another within 22 weeks the times of the fastest quarter of runners vary by 2.6 % (Hopkins and Hewson 2001, Med
 * Sci Sports Exerc 33:1588), so that the next differs from the last with a standard deviation of √2 times as much. The fastest marathon
 * of the half year counts. Where the others say more, it and their median are weighed by the inverse of their variances; where they say
 * less, they widen the deviation only.
 *
 * <p>The models are equal pace index, Riegel with the runner's exponent, Tanda, and Vickers and Vertosick's first. The race models
 * look at the races of the last 12 weeks over the distance nearest to the marathon: about a half, else 12 to 20 km, else about
 * 10 km, else about 5 km; each takes the best of them. Warm weather is added to the median.
 *
 * <p>The standard deviation is 5.5 minutes, or that of the models among themselves if it is larger, for a runner with a race of
 * about 10 km or more and a log within Tanda's range; 9 minutes or 5 % (the model error of Smyth 2022), if larger, for others; one minute
 * more for every key component of readiness that is not known; and half of what the weather costs. With a marathon of the half year it is
 * at least √2 · 2.6 %. How the models are combined and the widening are Longrun's own design.
 *
 * <p>Without a race Tanda's time stands alone, unless it is slower than its range. Beside races a time of Tanda's outside its range
 * still has its vote: if it left at the border, training more could make the forecast slower.
 */
public final class MarathonForecast {
  public static final int RACE_WINDOW_DAYS = RecentRaces.WINDOW_DAYS;
  public static final double WELL_LOGGED_SIGMA_S = 5.5 * 60;
  public static final double OTHER_SIGMA_S = 9 * 60;
  public static final double OTHER_SIGMA_SHARE = 0.05;
  public static final double SIGMA_PER_MISSING_COMPONENT_S = 60;

  /** Longrun's own: neither the weather to come nor what a degree costs this runner is known better than to about a half. */
  private static final double HEAT_UNCERTAINTY = 0.5;

  private static final double MARATHON_M = StandardDistance.MARATHON.distanceM();
  /** Hopkins and Hewson 2001, of one marathon; two of them differ by √2 of it. */
  private static final double MARATHON_VARIATION = 0.026 * Math.sqrt(2);

  /** For so long after a marathon nobody is as good as this says. */
  private static final int RECOVERY_DAYS = 28;

  /** From where each group of distances begins, the group nearest to the marathon first. */
  private static final List<Double> GROUPS_FROM_M = List.of(20_000.0, 12_000.0, 8_000.0, 5_000.0);

  /** Shorter races than about 10 km say too little about endurance for the narrow deviation. */
  private static final double LEAST_RACE_M = 8_000;

  private MarathonForecast() {}

  public static Forecast of(ForecastInputs inputs) {
    Optional<Race> marathon = RecentRaces.fastestMarathon(inputs.races());
    List<Race> races = nearestToTheMarathon(inputs.races());
    List<Race> usable = races.stream().filter(Riegel::covers).toList();
    Measured tanda = Tanda.timeS(inputs.kmPerWeek(), inputs.paceSPerKm(), inputs.weeksWithThreeRuns());
    List<ModelForecast> models = models(inputs, usable, races.isEmpty() ? "no race of 5 to 30 km in the last 12 weeks" : "a race longer than 230 minutes", tanda);
    boolean tandaHolds = tanda.isKnown() && Tanda.outsideRange(tanda.value()).isEmpty();
    boolean trainingIsEnough = races.isEmpty() && tanda.isKnown() && tanda.value() <= Tanda.SLOWEST_S;
    boolean othersCount = !usable.isEmpty() || trainingIsEnough;
    if (!othersCount && marathon.isEmpty()) {
      return Forecast.tooLittleKnown(StandardDistance.MARATHON, withMarathon(marathon, models), missing(races, tanda));
    }
    boolean wellLogged = tandaHolds && usable.stream().anyMatch(race -> race.distanceM() >= LEAST_RACE_M);
    double[] times =
        othersCount ? models.stream().filter(ModelForecast::isKnown).mapToDouble(ModelForecast::seconds).toArray() : new double[0];
    double median = times.length == 0 ? Double.NaN : new Median().evaluate(times);
    double seconds = marathon.map(race -> weighed(race.timeS(), median)).orElse(median);
    boolean isNarrow = wellLogged || marathon.isPresent();
    Double heatS = inputs.hasWeather() ? seconds * RaceHeat.slowingPercent(inputs.temperatureC(), inputs.dewPointC()) / 100 : null;
    double[] all = marathon.map(race -> DoubleStream.concat(Arrays.stream(times), DoubleStream.of(race.timeS())).toArray()).orElse(times);
    double surelyS = Math.max(least(isNarrow, seconds, marathon), spread(all));
    double sigmaS = surelyS + SIGMA_PER_MISSING_COMPONENT_S * inputs.missingComponents();
    return Forecast.known(
        StandardDistance.MARATHON,
        heatS == null ? seconds : seconds + heatS,
        heatS == null ? sigmaS : Math.hypot(sigmaS, HEAT_UNCERTAINTY * heatS),
        Math.max(least(true, seconds, marathon), spread(all)),
        heatS,
        withMarathon(marathon, models),
        notes(inputs, marathon, usable, tanda, seconds, isNarrow));
  }

  /**
   * The mean of a marathon and of what the others say, by the inverse of the variances, where the others say more than it showed; else the
   * marathon, so that neither a faster race nor more training makes the forecast slower. What is slower widens the deviation.
   */
  private static double weighed(double marathonS, double median) {
    if (!(median < marathonS)) {
      return marathonS;
    }
    double ofMarathon = 1 / Math.pow(MARATHON_VARIATION * marathonS, 2);
    double ofOthers = 1 / Math.pow(Math.max(OTHER_SIGMA_S, OTHER_SIGMA_SHARE * median), 2);
    return (marathonS * ofMarathon + median * ofOthers) / (ofMarathon + ofOthers);
  }

  private static double least(boolean isNarrow, double seconds, Optional<Race> marathon) {
    double variation = marathon.isPresent() ? MARATHON_VARIATION * seconds : 0;
    return Math.max(variation, isNarrow ? WELL_LOGGED_SIGMA_S : Math.max(OTHER_SIGMA_S, OTHER_SIGMA_SHARE * seconds));
  }

  private static double spread(double[] times) {
    return times.length > 1 ? new StandardDeviation().evaluate(times) : 0;
  }

  private static List<ModelForecast> withMarathon(Optional<Race> marathon, List<ModelForecast> others) {
    List<ModelForecast> models = new ArrayList<>(others);
    marathon.ifPresent(
        race -> models.add(ModelForecast.of(ForecastModel.MARATHON, race.timeS(), race.inWords() + ", " + Words.ago(race.daysAgo()))));
    return models;
  }

  private static List<Race> nearestToTheMarathon(List<Race> races) {
    List<Race> recent = RecentRaces.of(races);
    return GROUPS_FROM_M.stream()
        .map(fromM -> recent.stream().filter(race -> race.distanceM() >= fromM).toList())
        .filter(group -> !group.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<ModelForecast> models(ForecastInputs inputs, List<Race> races, String noRace, Measured tanda) {
    double exponent = inputs.exponent().value();
    Double km = inputs.kmPerWeek();
    return List.of(
        best(ForecastModel.PACE_INDEX, races, noRace, "", MarathonForecast::equalIndexS),
        best(
            ForecastModel.RIEGEL,
            races,
            noRace,
            ", exponent " + Words.exponent(exponent),
            race -> Riegel.timeS(race.distanceM(), race.timeS(), MARATHON_M, exponent)),
        tanda.isKnown()
            ? ModelForecast.of(
                ForecastModel.TANDA, tanda.value(), Words.km(km) + " a week at " + Words.pace(inputs.paceSPerKm()))
            : ModelForecast.missing(ForecastModel.TANDA, tanda.missing()),
        km == null
            ? ModelForecast.missing(ForecastModel.VICKERS_VERTOSICK, "no kilometres a week")
            : best(
                ForecastModel.VICKERS_VERTOSICK,
                races,
                noRace,
                ", " + Words.km(km) + " a week",
                race -> VickersVertosick.fromOneRaceS(race.distanceM(), race.timeS(), km)));
  }

  private static double equalIndexS(Race race) {
    return PaceIndex.timeS(PaceIndex.unchecked(race.distanceM(), race.timeS()), MARATHON_M);
  }

  private static ModelForecast best(
      ForecastModel model, List<Race> races, String noRace, String also, ToDoubleFunction<Race> timeS) {
    return races.stream()
        .min(Comparator.comparingDouble(timeS))
        .map(race -> ModelForecast.of(model, timeS.applyAsDouble(race), race.inWords() + also))
        .orElseGet(() -> ModelForecast.missing(model, noRace));
  }

  private static List<String> missing(List<Race> races, Measured tanda) {
    return List.of(
        races.isEmpty()
            ? "an all-out race of 5 to 30 km in the last 12 weeks"
            : "a race of 5 to 30 km in less than 230 minutes in the last 12 weeks",
        tanda.isKnown()
            ? "training for a marathon in 3:36:00 or less, from which the training-log model holds"
            : "a training log: " + tanda.missing());
  }

  private static List<String> notes(
      ForecastInputs inputs, Optional<Race> marathon, List<Race> races, Measured tanda, double median, boolean wellLogged) {
    List<String> notes = new ArrayList<>();
    notes.add("It assumes a flat course, an even pace and enough to eat and drink");
    inputs.races().stream()
        .filter(race -> race.distanceM() >= MARATHON_M * StandardDistance.SHORTEST_SHARE && race.daysAgo() < RECOVERY_DAYS)
        .min(Comparator.comparingInt(Race::daysAgo))
        .ifPresent(
            race -> notes.add("It is for a rested runner: the last race of that length was " + Words.ago(race.daysAgo()) + ", and recovery takes weeks"));
    if (marathon.isPresent()) {
      notes.add("The marathon counts as it was, its weather and course included");
    }
    if (!inputs.hasWeather()) {
      notes.add("The weather of the race is not known; a cool day is assumed");
    } else if (inputs.temperatureC() + inputs.dewPointC() > RaceHeat.FREE_UP_TO_C) {
      notes.add(
          "The weather costs %s of the time; slower runners lose more"
              .formatted(Words.percent(RaceHeat.slowingPercent(inputs.temperatureC(), inputs.dewPointC()))));
    }
    if (races.isEmpty()) {
      notes.add(
          (marathon.isPresent() ? "Beside the marathon it rests on training" : "It rests on training alone")
              + ", because there is no race of 5 to 30 km in the last 12 weeks");
    } else if (races.get(0).distanceM() < LEAST_RACE_M && marathon.isEmpty()) {
      notes.add("The only races are short and say little about endurance");
    }
    if (tanda.isKnown()) {
      Tanda.outsideRange(tanda.value()).ifPresent(notes::add);
    }
    if (median > PaceIndex.LONGEST_S) {
      notes.add("It is beyond the 4 hours that the pace index was made for");
    }
    if (!wellLogged) {
      notes.add("Its uncertainty is wide, because it takes a race of about 10 km or more and a full log of 8 weeks, or a marathon of the last half year, to narrow it");
    }
    return notes;
  }
}
