package dev.longrun.metrics.race;

/**
 * One line of the readiness panel.
 *
 * @param found what decided the state, in {@code unit}; null when it is not known
 * @param foundText the same in words, with what stands beside it; why it is not known otherwise
 * @param benchmark the border of {@code MET}, in {@code unit}; null when it cannot be given for this goal
 * @param unit {@code s}, {@code km}, {@code km/week}, {@code %}, {@code weeks}, {@code findings} or {@code °C}
 * @param benchmarkText the benchmark in words
 * @param source where the benchmark and its borders come from, and for whom they hold
 */
public record ReadinessComponent(
    ReadinessAspect aspect,
    ReadinessState state,
    Double found,
    String foundText,
    Double benchmark,
    String benchmarkText,
    String unit,
    Evidence evidence,
    String source) {
  public ReadinessComponent {
    if ((found == null) != (state == ReadinessState.UNKNOWN)) {
      throw new IllegalArgumentException("Either something found or unknown: %s, %s, %s".formatted(aspect, found, state));
    }
  }
}
