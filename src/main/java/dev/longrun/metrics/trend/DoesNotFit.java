package dev.longrun.metrics.trend;

/**
 * No estimate of the present: the straight line over the whole time is not where the runner was of late.
 *
 * @param weeks how many at the end were looked at
 * @param runs in them
 * @param fasterPercent how much faster these runs were than the line says; negative is slower
 */
public record DoesNotFit(String what, int weeks, int runs, double fasterPercent, Basis basis) implements Finding {
  @Override
  public String sentence() {
    return Words.join(
        "%s: not said. The %d runs of its last %d weeks were %s %% %s than the straight line over %s has it, so the line does not show where it stands now."
            .formatted(
                Words.capitalised(what), runs, weeks, Words.number(Math.abs(fasterPercent), 1, false), fasterPercent > 0 ? "faster" : "slower",
                basis.phrase()),
        basis.leftOut());
  }
}
