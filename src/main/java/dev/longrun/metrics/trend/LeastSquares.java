package dev.longrun.metrics.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Ordinary least squares with an intercept and named terms: {@code b = (X'X)⁻¹ X'y} (Legendre 1805), by QR decomposition. A design
 * in which one term follows from others is reported as {@link Collinear}, never solved.
 */
public final class LeastSquares {
  /** With Hipparchus' default of 0 a singular design returns coefficients like 1e13 without a word. */
  private static final double SINGULARITY = 1e-10;

  /** The share of a term's spread that must be left when the others are taken out; below it is rounding. */
  private static final double NOTHING_LEFT = 1e-10;

  /** The share of a term's spread that another must explain to be named as what it follows from. */
  private static final double A_PART_OF_IT = 0.01;

  private LeastSquares() {}

  /**
   * @param terms without the intercept
   * @param response one value a row, in the order of the terms' values
   * @throws IllegalArgumentException when there are not more rows than coefficients, or a value is no number
   */
  public static Regression of(List<Term> terms, double[] response) {
    check(terms, response);
    Collinear collinear = collinear(terms);
    if (collinear != null) {
      return collinear;
    }
    // Columns of one size keep the decomposition well conditioned, whatever the units of the terms are.
    double[] scales = terms.stream().mapToDouble(term -> Math.sqrt(term.spread() / response.length)).toArray();
    double[] means = terms.stream().mapToDouble(Term::mean).toArray();
    double[][] rows = new double[response.length][terms.size()];
    for (int column = 0; column < terms.size(); column++) {
      double[] values = terms.get(column).values();
      for (int row = 0; row < rows.length; row++) {
        rows[row][column] = (values[row] - means[column]) / scales[column];
      }
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(SINGULARITY);
    try {
      regression.newSampleData(response, rows);
      double[] scaled = regression.estimateRegressionParameters();
      double[][] unscaled = regression.estimateRegressionParametersVariance();
      return Fit.of(terms, response, rows, means, scales, scaled, unscaled);
    } catch (MathIllegalArgumentException singular) {
      return new Collinear(terms.get(terms.size() - 1).name(), terms.stream().limit(terms.size() - 1L).map(Term::name).toList());
    }
  }

  private static void check(List<Term> terms, double[] response) {
    if (response.length <= terms.size() + 1) {
      throw new IllegalArgumentException(
          "%d rows cannot determine %d coefficients".formatted(response.length, terms.size() + 1));
    }
    if (terms.isEmpty() || terms.stream().map(Term::name).distinct().count() < terms.size()) {
      throw new IllegalArgumentException("Terms need names of their own: " + terms.stream().map(Term::name).toList());
    }
    for (double value : response) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("The response has a value that is no number: " + value);
      }
    }
    for (Term term : terms) {
      if (term.values().length != response.length) {
        throw new IllegalArgumentException(
            "The term '%s' has %d values for %d rows".formatted(term.name(), term.values().length, response.length));
      }
    }
  }

  /** Takes out of each term what the ones before it explain (Gram–Schmidt); nothing may be left of none. */
  private static Collinear collinear(List<Term> terms) {
    List<double[]> directions = new ArrayList<>();
    List<double[]> shares = new ArrayList<>(); // of each term along the directions: the columns of R
    for (Term term : terms) {
      double spread = term.spread();
      double[] left = term.centredOn(term.mean()).values();
      // A constant that is no binary fraction leaves a trace of rounding.
      if (spread <= 1e-20 * term.mean() * term.mean() * left.length) {
        return new Collinear(term.name(), List.of());
      }
      double[] explained = new double[directions.size()];
      for (int pass = 0; pass < 2; pass++) { // twice is enough (Giraud et al. 2005)
        for (int i = 0; i < directions.size(); i++) {
          double share = dot(left, directions.get(i));
          explained[i] += share;
          subtract(left, directions.get(i), share);
        }
      }
      double remaining = dot(left, left);
      if (remaining <= NOTHING_LEFT * spread) {
        double[] parts = solve(shares, explained);
        return new Collinear(
            term.name(),
            IntStream.range(0, parts.length)
                .filter(i -> parts[i] * parts[i] * terms.get(i).spread() > A_PART_OF_IT * spread)
                .mapToObj(i -> terms.get(i).name())
                .toList());
      }
      double length = Math.sqrt(remaining);
      for (int row = 0; row < left.length; row++) {
        left[row] /= length;
      }
      directions.add(left);
      shares.add(Arrays.copyOf(explained, explained.length + 1));
      shares.get(shares.size() - 1)[explained.length] = length;
    }
    return null;
  }

  /** Back substitution: how much of each earlier term makes up the one that follows from them. */
  private static double[] solve(List<double[]> upperTriangle, double[] explained) {
    double[] parts = explained.clone();
    for (int i = parts.length - 1; i >= 0; i--) {
      parts[i] /= upperTriangle.get(i)[i];
      for (int j = 0; j < i; j++) {
        parts[j] -= parts[i] * upperTriangle.get(i)[j];
      }
    }
    return parts;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void subtract(double[] from, double[] direction, double share) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= share * direction[i];
    }
  }
}
