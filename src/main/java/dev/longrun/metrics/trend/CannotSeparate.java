package dev.longrun.metrics.trend;

/**
 * No estimate: what was asked for goes along with something else in these runs, so that they cannot be told apart.
 *
 * @param from what it goes along with
 */
public record CannotSeparate(String what, String from, Basis basis) implements Finding {
  @Override
  public String sentence() {
    return Words.join(
        "%s cannot be separated from %s in the %s: where one changed, so did the other."
            .formatted(Words.capitalised(what), from, basis.phrase()),
        basis.leftOut());
  }
}
