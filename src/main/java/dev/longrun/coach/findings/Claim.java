package dev.longrun.coach.findings;

/** What a finding says beyond its numbers. A sentence of the model may use a word of this kind only beside a finding that says so. */
public enum Claim {
  FASTER,
  SLOWER,
  MORE,
  LESS,
  LONGER,
  SHORTER,
  HIGHER,
  LOWER,
  FITTER,
  LESS_FIT,
  FRESH,
  TIRED,
  HARDER,
  EASIER,
  HOTTER,
  COOLER,
  ON_TRACK,
  NOT_ON_TRACK,
  UNCHANGED,
  /** One thing made another: only where the design of the comparison allows it. */
  CAUSE,
  /** Something must be repaired, rested or replaced. */
  WARNING
}
