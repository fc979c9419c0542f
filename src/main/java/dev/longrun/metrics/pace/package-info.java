/** What a pace is worth on a hill and in the heat, efficiency and its loss within a run, best efforts, kinds of run. */
package dev.longrun.metrics.pace;
