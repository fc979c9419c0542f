/**
 * From activities to runs: the neighbourhood of what has changed, which activities in it are one run (the runner's decisions first),
 * what they say together, and the rows of it that differ. The result depends on what is known, never on the order in which it came.
 */
package dev.longrun.log.run;
