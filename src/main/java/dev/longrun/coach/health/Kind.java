package dev.longrun.coach.health;

import java.util.List;

/** A red flag with the rules by which it is recognised. */
record Kind(RedFlag redFlag, List<Flag> flags) {
  Kind {
    flags = List.copyOf(flags);
  }
}
