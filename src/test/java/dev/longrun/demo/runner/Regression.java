package dev.longrun.demo.runner;

import java.util.ArrayList;
import java.util.List;

/** Ordinary least squares by the normal equations, enough to see that what was planted can be found. */
final class Regression {
  private Regression() {}

  /** Intercept, trend a year, heart rate, heat, hill, carbon shoe, soft shoe. */
  static double[] ofRuns(SyntheticRunner runner, Truths truths) {
    List<double[]> rows = new ArrayList<>();
    List<Double> logSpeeds = new ArrayList<>();
    for (SyntheticRun run : runner.runs()) {
      if (run.avgHrBpm() == null || run.treadmill()) {
        continue;
      }
      Place place = run.placeName().equals(Place.HOME.name()) ? Place.HOME : Place.JOURNEY;
      rows.add(
          new double[] {
            1,
            (run.date().toEpochDay() - runner.season().lastDay().toEpochDay()) / 365.25,
            run.avgHrBpm() - truths.referenceHrBpm(),
            runner.weather().heat(run.startedAt().plusSeconds(Math.round(run.movingS() / 2)), place),
            run.elevationGainM() / run.distanceM() * 1000,
            run.shoe() == Shoe.CARBON ? 1 : 0,
            run.shoe() == Shoe.SOFT ? 1 : 0
          });
      logSpeeds.add(Math.log(run.speedMs()));
    }
    return solve(rows, logSpeeds);
  }

  private static double[] solve(List<double[]> rows, List<Double> values) {
    int size = rows.get(0).length;
    double[][] matrix = new double[size][size + 1];
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] += rows.get(r)[i] * rows.get(r)[j];
        }
        matrix[i][size] += rows.get(r)[i] * values.get(r);
      }
    }
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = 0; row < size; row++) {
        double factor = row == pivot ? 0 : matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column <= size && factor != 0; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = matrix[i][size] / matrix[i][i];
    }
    return solution;
  }
}
