package dev.longrun.metrics.trend;

import java.util.List;

/**
 * No fit: one term follows from others in these rows, so that any division of the difference between them would be arbitrary.
 *
 * @param term the one that follows
 * @param others from which it follows; empty when it is the same in every row
 */
public record Collinear(String term, List<String> others) implements Regression {
  public Collinear {
    others = List.copyOf(others);
  }

  public String sentence() {
    return others.isEmpty()
        ? "'%s' is the same in every run".formatted(term)
        : "'%s' cannot be separated from '%s'".formatted(term, String.join("' and '", others));
  }
}
