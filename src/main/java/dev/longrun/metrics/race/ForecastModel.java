package dev.longrun.metrics.race;

/** A way to come to a time; see the class of each for formula, range and source. */
public enum ForecastModel {
  PACE_INDEX("equal pace index (Daniels and Gilbert 1979)"),
  RIEGEL("power of the distance (Riegel 1981)"),
  TANDA("training log (Tanda 2011)"),
  VICKERS_VERTOSICK("race and kilometres a week (Vickers and Vertosick 2016)"),
  MARATHON("marathon of the last half year (variation of Hopkins and Hewson 2001)");

  private final String label;

  ForecastModel(String label) {
    this.label = label;
  }

  /** Such as {@code training log (Tanda 2011)}. */
  public String label() {
    return label;
  }
}
