package dev.longrun.metrics.trend;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A linear model fitted by least squares, with standard errors that hold when some runs scatter more than others: HC3, {@code
 * (X'X)⁻¹ X' diag(eᵢ² / (1 − hᵢ)²) X (X'X)⁻¹} (MacKinnon and White 1985; recommended for small samples by Long and Ervin 2000). When
 * neighbouring rows scatter alike, which rows in the order of time do, the errors are widened by {@code √((1 + r·q) / (1 − r·q))},
 * where r is the lag-1 autocorrelation of the residuals and q that of what is left of the term when the others are taken out
 * (Bartlett 1935); never narrowed.
 */
public final class Fit implements Regression {
  /** A row that alone decides a coefficient has leverage 1: its residual says nothing. */
  private static final double LEAST_FREEDOM = 1e-9;

  private final List<String> names;
  private final double[] coefficients;
  private final double[][] inverse;
  private final double[][] robust;
  private final double[] spreads;
  private final double[] inflations;
  private final double[] residuals;
  private final double sigma;
  private final double rSquared;
  private final double autocorrelation;

  private Fit(
      List<String> names,
      double[] coefficients,
      double[][] inverse,
      double[][] robust,
      double[] spreads,
      double[] inflations,
      double[] residuals,
      double rSquared) {
    this.names = names;
    this.coefficients = coefficients;
    this.inverse = inverse;
    this.robust = robust;
    this.spreads = spreads;
    this.inflations = inflations;
    this.residuals = residuals;
    this.sigma = Math.sqrt(sumOfSquares(residuals) / (residuals.length - coefficients.length));
    this.rSquared = rSquared;
    this.autocorrelation = Autocorrelation.lag1(residuals);
  }

  /** @param rows the terms, less their means and over their scales; {@code scaled} and {@code unscaled} belong to these columns */
  static Fit of(
      List<Term> terms, double[] response, double[][] rows, double[] means, double[] scales, double[] scaled, double[][] unscaled) {
    int n = rows.length;
    int p = scaled.length;
    double[] residuals = new double[n];
    double[][] meat = new double[p][p];
    double[][] influences = new double[p][n];
    double[] x = new double[p];
    double[] ax = new double[p];
    for (int row = 0; row < n; row++) {
      x[0] = 1;
      System.arraycopy(rows[row], 0, x, 1, p - 1);
      double fitted = 0;
      double leverage = 0;
      for (int i = 0; i < p; i++) {
        fitted += x[i] * scaled[i];
        double sum = 0;
        for (int j = 0; j < p; j++) {
          sum += unscaled[i][j] * x[j];
        }
        ax[i] = sum;
        influences[i][row] = sum;
        leverage += x[i] * sum;
      }
      residuals[row] = response[row] - fitted;
      double freedom = 1 - leverage;
      double weight = freedom < LEAST_FREEDOM ? 0 : residuals[row] / freedom;
      for (int i = 0; i < p; i++) {
        double scaledInfluence = ax[i] * weight;
        for (int j = 0; j <= i; j++) {
          meat[i][j] += scaledInfluence * ax[j] * weight;
        }
      }
    }
    double[][] back = backToUnits(means, scales);
    double[] coefficients = new double[p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        coefficients[i] += back[i][j] * scaled[j];
      }
    }
    double residualLag = Math.max(0, Autocorrelation.lag1(residuals));
    double[] inflations = new double[p];
    for (int i = 0; i < p; i++) {
      double shared = residualLag * Math.max(0, Autocorrelation.lag1(influences[i]));
      inflations[i] = Math.sqrt((1 + shared) / (1 - Math.min(shared, 0.95)));
    }
    for (int i = 0; i < p; i++) {
      for (int j = i + 1; j < p; j++) {
        meat[i][j] = meat[j][i];
      }
    }
    double mean = 0;
    for (double value : response) {
      mean += value / n;
    }
    double total = 0;
    for (double value : response) {
      total += (value - mean) * (value - mean);
    }
    return new Fit(
        Stream.concat(Stream.of(Term.INTERCEPT), terms.stream().map(Term::name)).toList(),
        coefficients,
        sandwich(back, unscaled),
        sandwich(back, meat),
        terms.stream().mapToDouble(Term::spread).toArray(),
        inflations,
        residuals,
        total == 0 ? 0 : 1 - sumOfSquares(residuals) / total);
  }

  public int n() {
    return residuals.length;
  }

  /** Rows that are not used up by coefficients. */
  public int degreesOfFreedom() {
    return residuals.length - coefficients.length;
  }

  public boolean has(String term) {
    return names.contains(term);
  }

  public double coefficient(String term) {
    return coefficients[index(term)];
  }

  /** As if every row scattered alike; for comparison with other programs. */
  public double classicalError(String term) {
    int i = index(term);
    return sigma * Math.sqrt(inverse[i][i]);
  }

  /** HC3 alone. */
  public double robustError(String term) {
    int i = index(term);
    return Math.sqrt(robust[i][i]);
  }

  /** HC3, widened when neighbouring rows scatter alike: what every interval rests on. */
  public double standardError(String term) {
    return robustError(term) * inflations[index(term)];
  }

  /** The 95 % interval by Student's t (1908). */
  public Interval interval(String term) {
    double half = t95() * standardError(term);
    return new Interval(coefficient(term) - half, coefficient(term) + half);
  }

  /** How often chance alone would give a coefficient as far from 0, on both sides. */
  public double pValue(String term) {
    double t = coefficient(term) / standardError(term);
    // Not 2 · (1 − cdf(|t|)): that is 0 for every large t.
    return Double.isNaN(t) ? 1 : 2 * distribution().cumulativeProbability(-Math.abs(t));
  }

  /**
   * The variance inflation factor {@code 1 / (1 − R²)} of a term on all others (Marquardt 1970): how much of its uncertainty comes
   * from going along with them. Above 5 the two can hardly be told apart.
   */
  public double varianceInflation(String term) {
    int i = index(term);
    if (i == 0) {
      throw new IllegalArgumentException("The intercept goes along with nothing");
    }
    return inverse[i][i] * spreads[i - 1];
  }

  /** What the model says of a run with these values; a term that is not named is 0. */
  public double predict(Map<String, Double> values) {
    double sum = coefficients[0];
    for (Map.Entry<String, Double> value : values.entrySet()) {
      sum += coefficient(value.getKey()) * value.getValue();
    }
    return sum;
  }

  /** The 95 % interval of the mean of runs with these values, not of a single run. */
  public Interval interval(Map<String, Double> values) {
    double[] x = new double[names.size()];
    x[0] = 1;
    values.forEach((name, value) -> x[index(name)] = value);
    double variance = 0;
    double widest = 1;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        variance += x[i] * robust[i][j] * x[j];
      }
      widest = x[i] == 0 ? widest : Math.max(widest, inflations[i]);
    }
    double half = t95() * Math.sqrt(Math.max(0, variance)) * widest;
    double predicted = predict(values);
    return new Interval(predicted - half, predicted + half);
  }

  /** The standard deviation of what the terms do not explain. */
  public double sigma() {
    return sigma;
  }

  public double rSquared() {
    return rSquared;
  }

  /** Of neighbouring rows; from −1 to 1. */
  public double autocorrelation() {
    return autocorrelation;
  }

  public double[] residuals() {
    return residuals.clone();
  }

  private double t95() {
    return distribution().inverseCumulativeProbability(0.975);
  }

  private TDistribution distribution() {
    return new TDistribution(degreesOfFreedom());
  }

  private int index(String term) {
    int index = names.indexOf(term);
    if (index < 0) {
      throw new IllegalArgumentException("No term '%s' among %s".formatted(term, names));
    }
    return index;
  }

  /** The linear map from the coefficients of scaled columns to those of the terms themselves. */
  private static double[][] backToUnits(double[] means, double[] scales) {
    int p = means.length + 1;
    double[][] back = new double[p][p];
    back[0][0] = 1;
    for (int i = 1; i < p; i++) {
      back[i][i] = 1 / scales[i - 1];
      back[0][i] = -means[i - 1] / scales[i - 1];
    }
    return back;
  }

  private static double[][] sandwich(double[][] outer, double[][] inner) {
    int p = outer.length;
    double[][] half = new double[p][p];
    double[][] whole = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          half[i][j] += outer[i][k] * inner[k][j];
        }
      }
    }
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          whole[i][j] += half[i][k] * outer[j][k];
        }
      }
    }
    return whole;
  }

  private static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
