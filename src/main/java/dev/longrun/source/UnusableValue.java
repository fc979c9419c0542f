package dev.longrun.source;

/** An activity lacks a value without which it cannot stand in the log: this activity is put aside, the others go on. */
public final class UnusableValue extends SourceTrouble {
  private static final long serialVersionUID = 1;

  private final String field;
  private final transient String value;

  /** @param value what stood there instead; null when nothing did */
  public UnusableValue(String field, String value, String sentence) {
    super(sentence, null);
    this.field = field;
    this.value = value;
  }

  public String field() {
    return field;
  }

  public String value() {
    return value;
  }
}
