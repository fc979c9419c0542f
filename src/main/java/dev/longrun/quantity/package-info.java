/**
 * Numbers with their units, and the one place that turns them into text: facts, run rows, tables, prompts, plots and pages all show a
 * {@link dev.longrun.quantity.Quantity}. Knows nobody.
 */
package dev.longrun.quantity;
