package dev.longrun.metrics.race;

/** How well a benchmark is founded. */
public enum Evidence {
  GOOD("good evidence"),
  MODERATE("moderate evidence"),
  WEAK("weak evidence"),
  /** What coaches and runners do; nobody has tested it. */
  LORE("custom");

  private final String label;

  Evidence(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
