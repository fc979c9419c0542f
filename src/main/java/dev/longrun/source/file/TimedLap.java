package dev.longrun.source.file;

import dev.longrun.log.Lap;

/**
 * A lap and when it began.
 *
 * @param startS since 1970; NaN when the device did not write it
 * @param lap its cadence as the device says it, of one leg or of both
 */
record TimedLap(double startS, Lap lap) {}
