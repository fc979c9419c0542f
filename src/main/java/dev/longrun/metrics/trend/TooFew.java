package dev.longrun.metrics.trend;

/**
 * No estimate: too little to go on.
 *
 * @param needed how many of {@code basis.counted()} there would have to be
 * @param counted what is too few, in the plural; not always what the basis counts
 * @param have how many there are
 */
public record TooFew(String what, int have, int needed, String counted, Basis basis) implements Finding {
  public TooFew {
    if (have >= needed) {
      throw new IllegalArgumentException("%d %s are enough: %d are needed".formatted(have, counted, needed));
    }
  }

  public static TooFew of(String what, int needed, Basis basis) {
    return new TooFew(what, basis.n(), needed, basis.counted(), basis);
  }

  public int missing() {
    return needed - have;
  }

  @Override
  public String sentence() {
    String too = "%s: too few to say. It takes %d %s; there are %d (%d missing)."
        .formatted(Words.capitalised(what), needed, counted, have, missing());
    return Words.join(too, basis.leftOut());
  }
}
