/**
 * Numbers with their units, and the one place that turns them into text: facts, run rows, tables, prompts, plots and pages all show a
 * {@link dev.longrun.quantity.Quantity}. Weeks are counted here too. Knows nobody.
 */
package dev.longrun.quantity;
