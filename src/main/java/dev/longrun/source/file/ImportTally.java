package dev.longrun.source.file;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what became of what was in a dropped file. */
final class ImportTally {
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Set<String> met = new HashSet<>();
  private int noActivity;
  private int leftAlone;
  private int flawed;

  void add(Outcome outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  /** Whether these bytes are met for the first time in this import since the program was started. */
  boolean meets(String sha256) {
    return met.add(sha256);
  }

  void addNoActivity() {
    noActivity++;
  }

  void addLeftAlone() {
    leftAlone++;
  }

  void addFlawed() {
    flawed++;
  }

  int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** Activities looked at. */
  int things() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** By the columns of {@code file_import}, in the names of Java. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    counts.put("things", things());
    counts.put("loaded", of(Outcome.LOADED));
    counts.put("merged", of(Outcome.MERGED));
    counts.put("changed", of(Outcome.CHANGED));
    counts.put("known", of(Outcome.KNOWN));
    counts.put("otherSports", of(Outcome.OTHER_SPORT));
    counts.put("putAside", of(Outcome.PUT_ASIDE));
    counts.put("noActivity", noActivity);
    counts.put("leftAlone", leftAlone);
    counts.put("flawed", flawed);
    return counts;
  }
}
