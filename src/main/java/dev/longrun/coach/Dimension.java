package dev.longrun.coach;

/** What a number measures, as far as it can be told from its unit. */
enum Dimension {
  /** Metres. */
  DISTANCE,
  /** Seconds. */
  TIME,
  /** Seconds per kilometre. */
  PACE,
  HEART_RATE,
  TEMPERATURE,
  PERCENT,
  /** A unit that no fact is in. */
  OTHER_UNIT,
  /** A count, a load, a mark: no unit. */
  PLAIN
}
