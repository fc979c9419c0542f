/** What the body says on a morning: resting heart rate, heart rate variability, sleep, and the votes they cast. */
package dev.longrun.metrics.recovery;
