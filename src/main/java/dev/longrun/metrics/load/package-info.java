/** What a run asked of the runner, and how that adds up over days: load by heart rate, pace and effort, its smoothing, its pattern. */
package dev.longrun.metrics.load;
