package dev.longrun.inbox.note;

import static dev.longrun.inbox.note.Field.APART;
import static dev.longrun.inbox.note.Field.BLOCK;
import static dev.longrun.inbox.note.Field.BODY_PART;
import static dev.longrun.inbox.note.Field.BRAND;
import static dev.longrun.inbox.note.Field.CARBON_PLATE;
import static dev.longrun.inbox.note.Field.COMMENT;
import static dev.longrun.inbox.note.Field.DEFAULT_FOR;
import static dev.longrun.inbox.note.Field.DELETE;
import static dev.longrun.inbox.note.Field.DISTANCE_KM;
import static dev.longrun.inbox.note.Field.EFFORT;
import static dev.longrun.inbox.note.Field.FEEL;
import static dev.longrun.inbox.note.Field.FILE;
import static dev.longrun.inbox.note.Field.GOAL;
import static dev.longrun.inbox.note.Field.HRV;
import static dev.longrun.inbox.note.Field.ILLNESS;
import static dev.longrun.inbox.note.Field.INJURY;
import static dev.longrun.inbox.note.Field.IS_RUN;
import static dev.longrun.inbox.note.Field.KEEP;
import static dev.longrun.inbox.note.Field.LTHR;
import static dev.longrun.inbox.note.Field.MAX_HR;
import static dev.longrun.inbox.note.Field.MERGE;
import static dev.longrun.inbox.note.Field.MODEL;
import static dev.longrun.inbox.note.Field.MORNING;
import static dev.longrun.inbox.note.Field.NAME;
import static dev.longrun.inbox.note.Field.NOTE;
import static dev.longrun.inbox.note.Field.RACE;
import static dev.longrun.inbox.note.Field.REMOVE;
import static dev.longrun.inbox.note.Field.RESTING_HR;
import static dev.longrun.inbox.note.Field.RETIRED;
import static dev.longrun.inbox.note.Field.RETIRE_AT_KM;
import static dev.longrun.inbox.note.Field.RUN;
import static dev.longrun.inbox.note.Field.RUNNER;
import static dev.longrun.inbox.note.Field.SEVERITY;
import static dev.longrun.inbox.note.Field.SHOE;
import static dev.longrun.inbox.note.Field.SLEEP;
import static dev.longrun.inbox.note.Field.START_KM;
import static dev.longrun.inbox.note.Field.TEXT;
import static dev.longrun.inbox.note.Field.THRESHOLD_PACE;
import static dev.longrun.inbox.note.Field.UNDELETE;
import static dev.longrun.inbox.note.Field.WEIGHT_KG;

import dev.longrun.log.said.note.NoteEntry;
import dev.longrun.log.said.note.NoteEntry.Happening;
import dev.longrun.log.said.note.NoteItem;
import dev.longrun.log.said.note.RunReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of one entry as written what it says, or a complaint for every field that is wrong. */
final class EntryReader {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FILE_NAME = 255;
  private static final int LONGEST_TEXT = 4_000;

  /** The first field of an entry says what it is about; each kind has its fields. */
  private static final Map<Field, Set<Field>> KINDS = new EnumMap<>(Field.class);

  static {
    KINDS.put(RUN, EnumSet.of(RUN, EFFORT, FEEL, COMMENT, SHOE, RACE, IS_RUN));
    KINDS.put(FILE, EnumSet.of(FILE, IS_RUN));
    KINDS.put(SHOE, EnumSet.of(SHOE, BRAND, MODEL, CARBON_PLATE, START_KM, RETIRE_AT_KM, DEFAULT_FOR, RETIRED));
    KINDS.put(RACE, EnumSet.of(RACE, NAME, DISTANCE_KM, GOAL, TEXT, REMOVE));
    KINDS.put(BLOCK, EnumSet.of(BLOCK, NAME, TEXT, REMOVE));
    KINDS.put(INJURY, EnumSet.of(INJURY, BODY_PART, SEVERITY, TEXT, REMOVE));
    KINDS.put(ILLNESS, EnumSet.of(ILLNESS, NAME, SEVERITY, TEXT, REMOVE));
    KINDS.put(NOTE, EnumSet.of(NOTE, TEXT, REMOVE));
    KINDS.put(RUNNER, EnumSet.of(RUNNER, MAX_HR, RESTING_HR, LTHR, THRESHOLD_PACE, WEIGHT_KG));
    KINDS.put(MORNING, EnumSet.of(MORNING, RESTING_HR, HRV, SLEEP, WEIGHT_KG));
    KINDS.put(DELETE, EnumSet.of(DELETE));
    KINDS.put(KEEP, EnumSet.of(KEEP));
    KINDS.put(UNDELETE, EnumSet.of(UNDELETE));
    KINDS.put(MERGE, EnumSet.of(MERGE));
    KINDS.put(APART, EnumSet.of(APART));
  }

  private static final Comparator<String> BY_LINE =
      Comparator.comparingInt(complaint -> Integer.parseInt(complaint.substring("Line ".length(), complaint.indexOf(':'))));

  private final RawEntry raw;
  private final LocalDate today;
  private final Values values;
  private final Map<Field, RawField> fields = new EnumMap<>(Field.class);
  private final List<RawField> unknown = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private EntryReader(RawEntry raw, LocalDate today) {
    this.raw = raw;
    this.today = today;
    this.values = new Values(today);
  }

  static NoteItem read(RawEntry raw, LocalDate today) {
    return new EntryReader(raw, today).read();
  }

  private NoteItem read() {
    if (raw.trouble() != null) {
      return NoteItem.wrong(raw.line(), List.of("Line " + raw.line() + ": " + raw.trouble() + "."));
    }
    sortFields();
    Optional<Field> kind = kind();
    NoteEntry entry = kind.map(this::entry).orElse(null);
    return complaints.isEmpty() ? NoteItem.good(raw.line(), entry) : NoteItem.wrong(raw.line(), complaints.stream().sorted(BY_LINE).toList());
  }

  private void sortFields() {
    for (RawField field : raw.fields()) {
      Optional<Field> known = Field.of(field.key());
      if (known.isEmpty()) {
        unknown.add(field);
      } else if (fields.putIfAbsent(known.get(), field) != null) {
        complaints.add(
            "Line " + field.line() + ": " + known.get().title() + " stands twice in one entry (first in line "
                + fields.get(known.get()).line() + "); begin each entry with a dash, `- " + known.get().title() + ": …`.");
      } else if (field.swallowed() != null && known.get().isNameOrReference()) {
        complain(field, NoteYaml.lostNumber(field.text(), field.swallowed()));
      }
    }
  }

  private Optional<Field> kind() {
    Set<Field> begun = EnumSet.noneOf(Field.class);
    begun.addAll(fields.keySet());
    begun.retainAll(KINDS.keySet());
    boolean ofRun = fields.containsKey(EFFORT) || fields.containsKey(FEEL) || fields.containsKey(COMMENT) || isYes(RACE)
        || fields.containsKey(IS_RUN) && !fields.containsKey(FILE);
    if (begun.contains(RUN) || (ofRun && Set.of(SHOE, RACE).containsAll(begun))) {
      begun.remove(SHOE);
      begun.remove(RACE);
      begun.add(RUN);
    }
    if (begun.size() > 1) {
      List<String> names = begun.stream().map(Field::title).toList();
      complaints.add(
          "Line " + raw.line() + ": one entry is about " + String.join(" and about ", names) + "; make an entry of each, with a dash before it.");
      return Optional.empty();
    }
    if (begun.isEmpty()) {
      unknown.forEach(field -> complainUnknown(field, KINDS.keySet()));
      if (unknown.isEmpty()) {
        Set<Field> fitting = EnumSet.copyOf(KINDS.keySet());
        fitting.removeIf(kind -> !KINDS.get(kind).containsAll(fields.keySet()));
        complaints.add(
            "Line " + raw.line() + ": the entry does not say what it is about; beside " + Field.list(fields.keySet()) + " it needs one of "
                + Field.list(fitting.isEmpty() ? KINDS.keySet() : fitting) + ".");
      }
      return Optional.empty();
    }
    Field kind = begun.iterator().next();
    unknown.forEach(field -> complainUnknown(field, KINDS.get(kind)));
    fields.forEach(
        (field, written) -> {
          if (!KINDS.get(kind).contains(field)) {
            complainUnknown(written, KINDS.get(kind));
          }
        });
    return Optional.of(kind);
  }

  private void complainUnknown(RawField field, Set<Field> here) {
    Optional<Field> meant = Field.meantBy(field.key(), here).filter(suggestion -> !Field.of(field.key()).equals(Optional.of(suggestion)));
    complain(
        field,
        meant.filter(here::contains).map(suggestion -> "there is no such field; did you mean " + suggestion.title() + "?")
            .or(() -> Field.of(field.key()).map(known -> known.title() + " does not belong here; possible are " + Field.list(here)))
            .or(() -> meant.map(suggestion -> "there is no such field here; did you mean an entry with " + suggestion.title() + "?"))
            .orElse("there is no such field; possible are " + Field.list(here)));
  }

  private NoteEntry entry(Field kind) {
    return switch (kind) {
      case RUN -> ofRun();
      case FILE -> ofFile();
      case SHOE -> ofShoe();
      case RACE -> ofDays(Happening.RACE, RACE, false);
      case BLOCK -> ofDays(Happening.BLOCK, BLOCK, true);
      case INJURY -> ofDays(Happening.INJURY, INJURY, true);
      case ILLNESS -> ofDays(Happening.ILLNESS, ILLNESS, true);
      case NOTE -> ofDays(Happening.NOTE, NOTE, false);
      case RUNNER -> ofRunner();
      case MORNING -> ofMorning();
      case DELETE -> reference(DELETE).map(NoteEntry.Delete::new).orElse(null);
      case KEEP, UNDELETE -> reference(kind).map(NoteEntry.Keep::new).orElse(null);
      case MERGE -> merge();
      case APART -> apart();
      default -> throw new IllegalStateException(kind + " begins no entry");
    };
  }

  private NoteEntry ofRun() {
    Map<String, Object> words = new LinkedHashMap<>();
    String effort = "it must be a number from 1 (very easy) to 10 (everything)";
    take(EFFORT, words, "effort", field -> Values.number(field.text(), 1, 10, 10, "", effort));
    String feel = "it must be a whole number from 1 (very weak) to 5 (very strong)";
    take(FEEL, words, "feel", field -> Values.wholeNumber(field.text(), 1, 5, 5, "", feel));
    take(COMMENT, words, "comment", field -> text(field, LONGEST_TEXT));
    take(RACE, words, "is_race", field -> isYesOrNoOnly(field) ? 1 : 0);
    take(IS_RUN, words, "is_run", field -> Values.yesOrNo(field.text()) ? 1 : 0);
    take(SHOE, words, "shoe", field -> text(field, LONGEST_NAME));
    RunReference run = fields.containsKey(RUN) ? reference(RUN).orElse(null) : new RunReference.Latest();
    if (words.isEmpty()) {
      nothingSaid("the run", KINDS.get(RUN));
    }
    return complaints.isEmpty() ? new NoteEntry.OfRun(run, words) : null;
  }

  private NoteEntry ofFile() {
    Map<String, Object> words = new LinkedHashMap<>();
    take(IS_RUN, words, "is_run", field -> Values.yesOrNo(field.text()));
    Optional<String> name = required(FILE, field -> text(field, LONGEST_FILE_NAME), "a file is known by its name, such as `file: morning.gpx`");
    if (words.isEmpty()) {
      nothingSaid("the file", KINDS.get(FILE));
    }
    return complaints.isEmpty() ? new NoteEntry.OfFile(name.orElseThrow(), (Boolean) words.get("is_run")) : null;
  }

  private static boolean isYesOrNoOnly(RawField field) throws Unusable {
    return Values.isYesOrNo(field.text())
        .orElseThrow(() -> new Unusable("within a run it must be yes or no; a race with its day, name and goal is an entry of its own"));
  }

  private NoteEntry ofShoe() {
    Map<String, Object> details = new LinkedHashMap<>();
    take(BRAND, details, "brand", field -> text(field, LONGEST_NAME));
    take(MODEL, details, "model", field -> text(field, LONGEST_NAME));
    take(CARBON_PLATE, details, "carbon_plate", field -> Values.yesOrNo(field.text()) ? 1 : 0);
    String start = "it must be the kilometres it had run before, from 0 to 5000";
    take(START_KM, details, "start_km", field -> Values.number(field.text(), 0, 5_000, 0, "km", start));
    String limit = "it must be kilometres from 10 to 5000";
    take(RETIRE_AT_KM, details, "retire_at_km", field -> Values.number(field.text(), 10, 5_000, 0, "km", limit));
    take(DEFAULT_FOR, details, "default_for", Values::sports);
    take(RETIRED, details, "retired_on", this::retiredOn);
    Optional<String> name = required(SHOE, field -> text(field, LONGEST_NAME), "a shoe is known by its name, such as `shoe: Adios Pro 3`");
    if (details.isEmpty()) {
      nothingSaid("the shoe (to say that you wore it, add `run: latest`)", KINDS.get(SHOE));
    }
    return complaints.isEmpty() ? new NoteEntry.OfShoe(name.orElseThrow(), details) : null;
  }

  private String retiredOn(RawField field) throws Unusable {
    Optional<Boolean> answer = Values.isYesOrNo(field.text());
    if (answer.isPresent()) {
      return answer.get() ? today.toString() : null;
    }
    try {
      return values.date(field.text()).toString();
    } catch (Unusable e) {
      throw new Unusable("it must be yes, no or a day, such as `" + today + "`");
    }
  }

  private NoteEntry ofDays(Happening happening, Field when, boolean mayLast) {
    Map<String, Object> details = new LinkedHashMap<>();
    take(NAME, details, "name", field -> text(field, LONGEST_NAME));
    take(BODY_PART, details, "body_part", field -> text(field, LONGEST_NAME));
    String severity = "it must be a whole number from 1 (hardly noticed) to 5 (no running at all)";
    take(SEVERITY, details, "severity", field -> Values.wholeNumber(field.text(), 1, 5, 5, "", severity));
    take(DISTANCE_KM, details, "distance_m", field -> Values.distanceM(field.text()));
    take(GOAL, details, "goal_time_s", field -> Values.raceTimeS(field.text(), (Double) details.get("distance_m")));
    take(TEXT, details, "text", field -> text(field, LONGEST_TEXT));
    boolean removed = required(REMOVE, field -> Values.yesOrNo(field.text()), "").orElse(false);
    Optional<Values.Period> period =
        required(
            when,
            field -> mayLast ? values.period(field.text()) : new Values.Period(values.date(field.text()), null),
            mayLast
                ? "it needs its first and last day, such as `" + when.title() + ": " + today.minusDays(7) + ".." + today + "`"
                : "it needs its day, such as `" + when.title() + ": " + today + "`");
    if (happening == Happening.NOTE && !removed && details.get("text") == null && complaints.isEmpty()) {
      nothingSaid("the day", Set.of(TEXT));
    }
    return complaints.isEmpty()
        ? new NoteEntry.OfDays(happening, period.orElseThrow().from(), period.get().to(), details, removed)
        : null;
  }

  private NoteEntry ofRunner() {
    Map<String, Object> thresholds = new LinkedHashMap<>();
    heartRate(MAX_HR, "max_hr_bpm", 100, 240, thresholds);
    heartRate(RESTING_HR, "resting_hr_bpm", 25, 120, thresholds);
    heartRate(LTHR, "lthr_bpm", 80, 230, thresholds);
    take(THRESHOLD_PACE, thresholds, "threshold_pace_s_per_km", field -> Values.paceSPerKm(field.text()));
    weight(thresholds);
    Optional<LocalDate> from =
        required(RUNNER, field -> values.date(field.text()), "it needs the day from which this holds, such as `runner: " + today + "`");
    if (thresholds.isEmpty()) {
      nothingSaid("the runner", KINDS.get(RUNNER));
    }
    ascending(thresholds, RESTING_HR, "resting_hr_bpm", MAX_HR, "max_hr_bpm");
    ascending(thresholds, RESTING_HR, "resting_hr_bpm", LTHR, "lthr_bpm");
    ascending(thresholds, LTHR, "lthr_bpm", MAX_HR, "max_hr_bpm");
    return complaints.isEmpty() ? new NoteEntry.OfRunner(from.orElseThrow(), thresholds) : null;
  }

  private NoteEntry ofMorning() {
    Map<String, Object> values = new LinkedHashMap<>();
    heartRate(RESTING_HR, "resting_hr_bpm", 25, 120, values);
    String variability = "it must be the rMSSD in milliseconds, from 1 to 300";
    take(HRV, values, "hrv_rmssd_ms", field -> Values.number(field.text(), 1, 300, 0, "ms", variability));
    take(SLEEP, values, "sleep_s", field -> Values.sleepS(field.text()));
    weight(values);
    Optional<LocalDate> day =
        required(MORNING, this::pastDay, "it needs the day on which you woke, such as `morning: " + today + "`");
    if (values.isEmpty()) {
      nothingSaid("the morning", KINDS.get(MORNING));
    }
    return complaints.isEmpty() ? new NoteEntry.OfMorning(day.orElseThrow(), values) : null;
  }

  private LocalDate pastDay(RawField field) throws Unusable {
    LocalDate day = values.date(field.text());
    if (day.isAfter(today)) {
      throw new Unusable("that morning is still to come");
    }
    return day;
  }

  private void weight(Map<String, Object> into) {
    String weight = "it must be kilograms from 25 to 300";
    take(WEIGHT_KG, into, "weight_kg", field -> Values.number(field.text(), 25, 300, 0, "kg", weight));
  }

  private void heartRate(Field field, String quantity, int least, int most, Map<String, Object> into) {
    String expected = "it must be whole beats a minute from " + least + " to " + most;
    take(field, into, quantity, written -> (double) Values.wholeNumber(written.text(), least, most, 0, "bpm", expected));
  }

  private void ascending(Map<String, Object> said, Field lower, String low, Field higher, String high) {
    if (said.get(low) instanceof Double one && said.get(high) instanceof Double other && one >= other) {
      complain(fields.get(lower), "it must be lower than " + higher.title() + ", which is " + other.intValue());
    }
  }

  private NoteEntry merge() {
    List<RunReference> runs = references(MERGE);
    if (runs.size() != 2 && complaints.isEmpty()) {
      complain(fields.get(MERGE), "it needs two runs, such as `merge: [" + today + "#1, " + today + "#2]`");
    }
    return complaints.isEmpty() ? new NoteEntry.Merge(runs.get(0), runs.get(1)) : null;
  }

  private NoteEntry apart() {
    List<RunReference> runs = references(APART);
    if ((runs.isEmpty() || runs.size() > 2) && complaints.isEmpty()) {
      complain(fields.get(APART), "it needs two runs, such as `apart: [" + today + "#1, " + today + "#2]`, or one that is really several");
    }
    return complaints.isEmpty() ? new NoteEntry.Apart(runs.get(0), runs.size() > 1 ? runs.get(1) : null) : null;
  }

  private List<RunReference> references(Field field) {
    return required(field, values::runs, "it needs its runs, such as `" + today + "#1`").orElse(List.of());
  }

  private Optional<RunReference> reference(Field field) {
    return required(
        field,
        written -> values.run(written.text()),
        "it needs a run: its day, such as `" + today + "`, with `#2` or a time where there are several, or the word latest");
  }

  private void nothingSaid(String about, Set<Field> possible) {
    if (complaints.isEmpty()) {
      Set<Field> others = EnumSet.copyOf(possible);
      others.removeAll(fields.keySet());
      complaints.add("Line " + raw.line() + ": the entry says nothing about " + about + "; possible are " + Field.list(others) + ".");
    }
  }

  private static String text(RawField field, int most) throws Unusable {
    String text = field.text().replace("\u0000", "");
    if (text.codePointCount(0, text.length()) > most) {
      throw new Unusable("it may have " + most + " characters and has " + text.codePointCount(0, text.length()));
    }
    return text;
  }

  private boolean isYes(Field field) {
    return fields.containsKey(field) && Values.isYesOrNo(fields.get(field).text()).isPresent();
  }

  /** An empty field says nothing: templates are full of them. */
  private void take(Field field, Map<String, Object> into, String column, Reading<?> reading) {
    RawField written = fields.get(field);
    if (written == null || written.isEmpty()) {
      return;
    }
    if (Values.isTakenBack(written.text())) {
      into.put(column, null);
      return;
    }
    into.put(column, read(written, reading).orElse(null));
  }

  /** @param missing what to say when it stands there without a value */
  private <T> Optional<T> required(Field field, Reading<T> reading, String missing) {
    RawField written = fields.get(field);
    if (written == null || (written.isEmpty() && missing.isEmpty())) {
      return Optional.empty();
    }
    if (written.isEmpty()) {
      if (written.swallowed() == null) {
        complain(written, missing);
      }
      return Optional.empty();
    }
    return read(written, reading);
  }

  private <T> Optional<T> read(RawField written, Reading<T> reading) {
    try {
      return Optional.ofNullable(reading.of(written));
    } catch (Unusable e) {
      complain(written, e.getMessage());
      return Optional.empty();
    }
  }

  private void complain(RawField field, String expected) {
    complaints.add(
        "Line " + field.line() + ": " + Quote.of(field.key()) + (field.isEmpty() ? " is empty; " : " is “" + Quote.of(field.text()) + "”; ") + expected
            + (expected.endsWith("?") ? "" : "."));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(RawField field) throws Unusable;
  }
}
