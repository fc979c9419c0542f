package dev.longrun.demo.runner;

import java.util.HashMap;
import java.util.Map;

/**
 * What the synthetic runner is made of: the effects that an analysis of the log should find again. All effects are on the
 * natural logarithm of a run's mean speed, so 0.01 is about one per cent:
 *
 * <pre>ln(speed) = ln(1000 / pace) + trend · years before the last day + hrSlope · (HR − referenceHr)
 *             − heat · max(0, T + Td − 20) − hill · metres climbed per km + shoe − fatigue − illness + noise</pre>
 *
 * @param paceAtReferenceHrSPerKm on the last day, flat, cool, rested, in a shoe without effect
 * @param referenceHrBpm the heart rate of an ordinary easy run
 * @param fitnessTrendPerYear how much ln(speed) at one heart rate grows in a year
 * @param hrSlopePerBpm how much faster one more beat a minute is
 * @param heatCostPerDegree for each degree of temperature plus dew point above 20 °C
 * @param hillCostPerMeterPerKm for each metre climbed per kilometre
 * @param shoeEffects by the name of the shoe; a shoe that is not named here, or not known, has none
 * @param fatigueCost for a week of twice the usual load (7-day over 42-day mean, less one, at least 0)
 * @param illnessCost on the first day after the illness; halves every five days
 * @param driftBpmPerHour how heart rate rises within a run at one speed; the mean of the run is not moved
 * @param noiseSigma standard deviation of what nothing explains, run by run
 */
public record Truths(
    double paceAtReferenceHrSPerKm,
    double referenceHrBpm,
    double fitnessTrendPerYear,
    double hrSlopePerBpm,
    double heatCostPerDegree,
    double hillCostPerMeterPerKm,
    Map<String, Double> shoeEffects,
    double fatigueCost,
    double illnessCost,
    double driftBpmPerHour,
    double noiseSigma) {

  public Truths {
    shoeEffects = Map.copyOf(shoeEffects);
  }

  /** The runner of the demo: 4:57 /km at 142 bpm now, 4 % faster every year, about three hours in the marathon. */
  public static Truths ofTheDemo() {
    Map<String, Double> shoes = new HashMap<>();
    shoes.put(Shoe.DAILY.title(), 0.0);
    shoes.put(Shoe.SOFT.title(), -0.008);
    shoes.put(Shoe.CARBON.title(), 0.025);
    return new Truths(297, 142, 0.04, 0.006, 0.0015, 0.0015, shoes, 0.02, 0.02, 3.0, 0.02);
  }

  /** The same runner with nothing to find but the slope of heart rate: for measuring false alarms. */
  public Truths withoutEffects() {
    return new Truths(
        paceAtReferenceHrSPerKm, referenceHrBpm, 0, hrSlopePerBpm, 0, 0, Map.of(), 0, 0, driftBpmPerHour, noiseSigma);
  }

  public Truths withFitnessTrendPerYear(double trend) {
    return new Truths(
        paceAtReferenceHrSPerKm,
        referenceHrBpm,
        trend,
        hrSlopePerBpm,
        heatCostPerDegree,
        hillCostPerMeterPerKm,
        shoeEffects,
        fatigueCost,
        illnessCost,
        driftBpmPerHour,
        noiseSigma);
  }

  double shoeEffect(Shoe shoe) {
    return shoe == null ? 0 : shoeEffects.getOrDefault(shoe.title(), 0.0);
  }
}
