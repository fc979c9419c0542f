package dev.longrun.quantity;

/**
 * A number with its unit. Nothing else turns a number into text.
 *
 * @param value in the unit; finite
 */
public record Quantity(double value, Unit unit) {
  public Quantity {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A " + unit + " of " + value + " is no number");
    }
  }

  public static Quantity of(double value, Unit unit) {
    return new Quantity(value, unit);
  }

  /** Null for null: a missing number stays missing. */
  public static Quantity ofNullable(Number value, Unit unit) {
    return value == null || !Double.isFinite(value.doubleValue()) ? null : new Quantity(value.doubleValue(), unit);
  }

  /** {@code 62.8 km}, {@code 4:53 /km}, {@code 26 %}. */
  public String shown(Units units) {
    return unit.number(value, units) + unit.suffix(units);
  }

  /** In metric units. */
  public String shown() {
    return shown(Units.METRIC);
  }

  /** Without the unit, for a table whose column names it. */
  public String number(Units units) {
    return unit.number(value, units);
  }

  /** With {@code +} or {@code −} before it. */
  public String signed(Units units) {
    return sign() + absolute().shown(units);
  }

  /** Without its sign: for sentences that say in words which way it goes. */
  public Quantity absolute() {
    return new Quantity(Math.abs(value), unit);
  }

  /** This less the other, as printed: both are rounded first, so that the three numbers agree on paper. */
  public Quantity minus(Quantity other) {
    if (unit.dimension() != other.unit.dimension()) {
      throw new IllegalArgumentException("A " + other.unit + " cannot be taken from a " + unit);
    }
    return new Quantity(unit.rounded(value) - unit.rounded(other.value), unit.ofDifference());
  }

  /** -1, 0 or 1, of the numbers as printed: what reads the same is the same. */
  public int compareAsShown(Quantity other) {
    return (int) Math.signum(minus(other).rounded());
  }

  /** Rounded as it is shown in metric units. */
  public double rounded() {
    return unit.rounded(value);
  }

  private String sign() {
    double shown = rounded();
    return shown > 0 ? "+" : shown < 0 ? "−" : "";
  }
}
