package dev.longrun.metrics.race;

import dev.longrun.metrics.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The marathon somebody may expect: the median of four models, because no single equation is best (Keogh 2019, 114 equations).
 *
 * <p>The models are equal pace index, Riegel with the runner's exponent, Tanda, and Vickers and Vertosick's first. The race models
 * look at the races of the last 12 weeks over the distance nearest to the marathon: about a half, else 12 to 20 km, else about
 * 10 km, else about 5 km; each takes the best of them. Warm weather is added to the median.
 *
 * <p>The standard deviation is 5.5 minutes, or that of the models among themselves if it is larger, for a runner with a race of
 * about 10 km or more and a log within Tanda's range; 9 minutes or 5 % (the model error of Smyth 2022), if larger, for others; one minute
 * more for every key component of readiness that is not known; and half of what the weather costs. How the models are combined and
 * the widening are Longrun's own design.
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

  /** From where each group of distances begins, the group nearest to the marathon first. */
  private static final List<Double> GROUPS_FROM_M = List.of(20_000.0, 12_000.0, 8_000.0, 5_000.0);

  /** Shorter races than about 10 km say too little about endurance for the narrow deviation. */
  private static final double LEAST_RACE_M = 8_000;

  private MarathonForecast() {}

  public static Forecast of(ForecastInputs inputs) {
    List<Race> races = nearestToTheMarathon(inputs.races());
    List<Race> usable = races.stream().filter(Riegel::covers).toList();
    Measured tanda = Tanda.timeS(inputs.kmPerWeek(), inputs.paceSPerKm(), inputs.weeksWithThreeRuns());
    List<ModelForecast> models = models(inputs, usable, races.isEmpty() ? "no race" : "a race longer than 230 minutes", tanda);
    boolean tandaHolds = tanda.isKnown() && Tanda.outsideRange(tanda.value()).isEmpty();
    boolean trainingIsEnough = races.isEmpty() && tanda.isKnown() && tanda.value() <= Tanda.SLOWEST_S;
    if (usable.isEmpty() && !trainingIsEnough) {
      return Forecast.tooLittleKnown(StandardDistance.MARATHON, models, missing(races, tanda));
    }
    double[] times = models.stream().filter(ModelForecast::isKnown).mapToDouble(ModelForecast::seconds).toArray();
    double median = new Median().evaluate(times);
    boolean wellLogged = tandaHolds && usable.stream().anyMatch(race -> race.distanceM() >= LEAST_RACE_M);
    Double heatS = inputs.hasWeather() ? median * RaceHeat.slowingPercent(inputs.temperatureC(), inputs.dewPointC()) / 100 : null;
    double sigmaS = sigmaS(times, median, wellLogged, inputs.missingComponents());
    return Forecast.known(
        StandardDistance.MARATHON,
        heatS == null ? median : median + heatS,
        heatS == null ? sigmaS : Math.hypot(sigmaS, HEAT_UNCERTAINTY * heatS),
        heatS,
        models,
        notes(inputs, usable, tanda, median, wellLogged));
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

  private static double sigmaS(double[] times, double median, boolean wellLogged, int missingComponents) {
    double spread = times.length > 1 ? new StandardDeviation().evaluate(times) : 0;
    double least = wellLogged ? WELL_LOGGED_SIGMA_S : Math.max(OTHER_SIGMA_S, OTHER_SIGMA_SHARE * median);
    return Math.max(least, spread) + SIGMA_PER_MISSING_COMPONENT_S * missingComponents;
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

  private static List<String> notes(ForecastInputs inputs, List<Race> races, Measured tanda, double median, boolean wellLogged) {
    List<String> notes = new ArrayList<>();
    notes.add("It assumes a flat course, an even pace and enough to eat and drink");
    if (!inputs.hasWeather()) {
      notes.add("The weather of the race is not known; a cool day is assumed");
    } else if (inputs.temperatureC() + inputs.dewPointC() > RaceHeat.FREE_UP_TO_C) {
      notes.add(
          "The weather costs %s of the time; slower runners lose more"
              .formatted(Words.percent(RaceHeat.slowingPercent(inputs.temperatureC(), inputs.dewPointC()))));
    }
    if (races.isEmpty()) {
      notes.add("It rests on training alone, because there is no race of the last 12 weeks");
    } else if (races.get(0).distanceM() < LEAST_RACE_M) {
      notes.add("The only races are short and say little about endurance");
    }
    if (tanda.isKnown()) {
      Tanda.outsideRange(tanda.value()).ifPresent(notes::add);
    }
    if (median > PaceIndex.LONGEST_S) {
      notes.add("It is beyond the 4 hours that the pace index was made for");
    }
    if (!wellLogged) {
      notes.add("Its uncertainty is wide, because it takes a race of about 10 km or more and a full log of 8 weeks to narrow it");
    }
    return notes;
  }
}
