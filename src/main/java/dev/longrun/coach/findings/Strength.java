package dev.longrun.coach.findings;

/** How strong the evidence for a finding is. */
public enum Strength {
  /** A number read off the log. */
  COUNTED,
  STRONG,
  MODERATE,
  WEAK,
  /** The finding says that something is not known, and why. */
  UNKNOWN
}
