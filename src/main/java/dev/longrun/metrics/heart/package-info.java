/** Thresholds of heart rate, the time spent between them, and what is odd about a recorded heart rate. */
package dev.longrun.metrics.heart;
