package dev.longrun.quantity;

/** What a quantity measures. Only quantities of one dimension can be compared. */
public enum Dimension {
  DISTANCE,
  HEIGHT,
  TIME,
  PACE,
  SPEED,
  HEART_RATE,
  HEART_RATE_VARIABILITY,
  POWER,
  CADENCE,
  TEMPERATURE,
  TEMPERATURE_DIFFERENCE,
  WEIGHT,
  SHARE,
  EFFORT,
  FEEL,
  LOAD,
  LOAD_A_DAY,
  RATIO,
  EFFICIENCY,
  COUNT
}
