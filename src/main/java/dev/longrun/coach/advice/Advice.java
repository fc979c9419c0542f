package dev.longrun.coach.advice;

import dev.longrun.quantity.Quantity;
import java.util.List;

/**
 * A sentence of the closed catalogue that a rule chose.
 *
 * @param id as {@code long-run.limit}
 * @param text the sentence, with its range and its reason
 * @param reasons ids of the findings it was made from
 * @param low the lower end of its range; null: none
 * @param high the upper end of its range; null: none
 */
public record Advice(String id, String text, List<String> reasons, Quantity low, Quantity high) {
  public Advice {
    reasons = List.copyOf(reasons);
  }
}
