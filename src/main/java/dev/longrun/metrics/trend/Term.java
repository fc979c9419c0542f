package dev.longrun.metrics.trend;

import java.util.Arrays;

/**
 * A named column of a regression: one value a row.
 *
 * @param name in the words that a reader of the answer would use
 */
public record Term(String name, double[] values) {
  /** The constant of every regression; no term may have its name. */
  public static final String INTERCEPT = "intercept";

  public Term {
    if (name.isBlank() || name.equals(INTERCEPT)) {
      throw new IllegalArgumentException("No name for a term: '" + name + "'");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("The term '" + name + "' has a value that is no number: " + value);
      }
    }
    values = values.clone();
  }

  /** The same less a constant, so that the intercept stands for the row of that value and the numbers stay well conditioned. */
  public Term centredOn(double centre) {
    return new Term(name, Arrays.stream(values).map(value -> value - centre).toArray());
  }

  double mean() {
    return Arrays.stream(values).average().orElse(0);
  }

  /** The sum of squared distances from the mean. */
  double spread() {
    double mean = mean();
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }

  /** How many rows have another value than the most common one: what the term can be learned from. */
  long informativeRows() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int longest = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return sorted.length - (long) longest;
  }
}
