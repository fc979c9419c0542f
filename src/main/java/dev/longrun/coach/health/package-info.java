/**
 * Red flags in what a runner writes: recognised by rules of one file before any model, answered by a fixed text of ours. Knows
 * neither the log nor the rest of the coach.
 */
package dev.longrun.coach.health;
