package dev.longrun.metrics.pace;

import java.util.Objects;

/**
 * The kind of a run and the rule that decided.
 *
 * @param type null when too little is known
 * @param because in plain English, also why there is no type
 */
public record TypedRun(RunType type, String because) {
  public TypedRun {
    Objects.requireNonNull(because);
  }
}
