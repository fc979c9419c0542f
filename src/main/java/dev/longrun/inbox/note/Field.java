package dev.longrun.inbox.note;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every field that a log note knows, and how its text is to be taken. */
enum Field {
  RUN(Text.NAME),
  EFFORT(Text.VALUE),
  FEEL(Text.VALUE),
  COMMENT(Text.FREE),
  SHOE(Text.NAME),
  BRAND(Text.NAME),
  MODEL(Text.NAME),
  CARBON_PLATE(Text.VALUE),
  START_KM(Text.VALUE),
  RETIRE_AT_KM(Text.VALUE),
  DEFAULT_FOR(Text.VALUE),
  RETIRED(Text.VALUE),
  RACE(Text.NAME),
  IS_RUN(Text.VALUE),
  FILE(Text.NAME),
  NAME(Text.NAME),
  DISTANCE_KM(Text.VALUE),
  GOAL(Text.VALUE),
  BLOCK(Text.NAME),
  INJURY(Text.NAME),
  ILLNESS(Text.NAME),
  BODY_PART(Text.NAME),
  SEVERITY(Text.VALUE),
  DELETE(Text.NAME),
  KEEP(Text.NAME),
  UNDELETE(Text.NAME),
  MERGE(Text.NAME),
  APART(Text.NAME),
  MORNING(Text.NAME),
  HRV(Text.VALUE),
  SLEEP(Text.VALUE),
  RUNNER(Text.NAME),
  MAX_HR(Text.VALUE),
  RESTING_HR(Text.VALUE),
  LTHR(Text.VALUE),
  THRESHOLD_PACE(Text.VALUE),
  WEIGHT_KG(Text.VALUE),
  NOTE(Text.NAME),
  TEXT(Text.FREE),
  REMOVE(Text.VALUE);

  private enum Text {
    /** The runner's own words: whatever stands on the line belongs to them. */
    FREE,
    /** A name or a reference, in which a {@code #} must not get lost. */
    NAME,
    VALUE
  }

  /** What people write for a field, from other programs or from memory. */
  private static final Map<String, Field> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("rpe", EFFORT),
          Map.entry("exertion", EFFORT),
          Map.entry("intensity", EFFORT),
          Map.entry("file_name", FILE),
          Map.entry("filename", FILE),
          Map.entry("feeling", FEEL),
          Map.entry("mood", FEEL),
          Map.entry("notes", COMMENT),
          Map.entry("remark", COMMENT),
          Map.entry("description", COMMENT),
          Map.entry("shoes", SHOE),
          Map.entry("gear", SHOE),
          Map.entry("carbon", CARBON_PLATE),
          Map.entry("plate", CARBON_PLATE),
          Map.entry("km", DISTANCE_KM),
          Map.entry("distance", DISTANCE_KM),
          Map.entry("distance_m", DISTANCE_KM),
          Map.entry("target", GOAL),
          Map.entry("time", GOAL),
          Map.entry("goal_time", GOAL),
          Map.entry("retire_km", RETIRE_AT_KM),
          Map.entry("limit_km", RETIRE_AT_KM),
          Map.entry("limit", RETIRE_AT_KM),
          Map.entry("pain", SEVERITY),
          Map.entry("where", BODY_PART),
          Map.entry("part", BODY_PART),
          Map.entry("sick", ILLNESS),
          Map.entry("ill", ILLNESS),
          Map.entry("hurt", INJURY),
          Map.entry("hr_max", MAX_HR),
          Map.entry("maxhr", MAX_HR),
          Map.entry("rhr", RESTING_HR),
          Map.entry("hr_rest", RESTING_HR),
          Map.entry("rest_hr", RESTING_HR),
          Map.entry("rmssd", HRV),
          Map.entry("hrv_rmssd", HRV),
          Map.entry("slept", SLEEP),
          Map.entry("threshold_hr", LTHR),
          Map.entry("weight", WEIGHT_KG),
          Map.entry("pace", THRESHOLD_PACE),
          Map.entry("date", RUN),
          Map.entry("day", RUN),
          Map.entry("activity", RUN),
          Map.entry("remove_run", DELETE),
          Map.entry("separate", APART),
          Map.entry("split", APART),
          Map.entry("join", MERGE));

  private static final int FARTHEST_SUGGESTION = 2;

  private final Text text;

  Field(Text text) {
    this.text = text;
  }

  /** As people write it. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFreeText() {
    return text == Text.FREE;
  }

  boolean isNameOrReference() {
    return text == Text.NAME;
  }

  /** Upper and lower case, blanks and hyphens make no difference. */
  static Optional<Field> of(String written) {
    String name = normal(written);
    return Arrays.stream(values()).filter(field -> field.title().equals(name)).findFirst();
  }

  /** What was probably meant: first one that belongs here. */
  static Optional<Field> meantBy(String written, Collection<Field> here) {
    String name = normal(written);
    Optional<Field> known = Optional.ofNullable(OTHER_WORDS.get(name));
    Optional<Field> local = known.filter(here::contains).or(() -> near(name, here::contains));
    return local.or(() -> known).or(() -> near(name, field -> true));
  }

  static String list(Collection<Field> fields) {
    return fields.stream().sorted().map(Field::title).collect(Collectors.joining(", "));
  }

  private static Optional<Field> near(String name, Predicate<Field> allowed) {
    return Stream.of(values())
        .filter(allowed)
        .filter(field -> distance(name, field.title()) <= Math.min(FARTHEST_SUGGESTION, name.length() / 2))
        .min(Comparator.comparingInt(field -> distance(name, field.title())));
  }

  private static String normal(String written) {
    return written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  /** How many letters must be changed, added or left out (Levenshtein 1966). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
