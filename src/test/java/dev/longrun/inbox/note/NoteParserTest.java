package dev.longrun.inbox.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.said.note.NoteEntry;
import dev.longrun.log.said.note.NoteEntry.Happening;
import dev.longrun.log.said.note.NoteEntry.OfDays;
import dev.longrun.log.said.note.NoteEntry.OfRun;
import dev.longrun.log.said.note.NoteItem;
import dev.longrun.log.said.note.RunReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteParserTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static List<NoteItem> parse(String text) {
    return NoteParser.parse(text, TODAY);
  }

  private static NoteEntry entry(String text) {
    List<NoteItem> items = parse(text);
    assertThat(items).as("complaints: %s", items.stream().flatMap(item -> item.complaints().stream()).toList()).hasSize(1);
    assertThat(items.get(0).complaints()).isEmpty();
    return items.get(0).entry();
  }

  private static String complaint(String text) {
    List<String> complaints = parse(text).stream().flatMap(item -> item.complaints().stream()).toList();
    assertThat(complaints).hasSize(1);
    return complaints.get(0);
  }

  private static Map<String, Object> words(String text) {
    return ((OfRun) entry(text)).words();
  }

  @Test
  void everyKindOfEntryOfTheReadmeIsRead() {
    List<NoteItem> items =
        parse(
            """
            - run: 2026-11-20            # the day's only run; 2026-11-20#2 or 2026-11-20 18:30 when there are several; or latest
              effort: 7
              feel: 4
              shoe: Adios Pro 3
              comment: legs heavy after Tuesday
            - shoe: Adios Pro 3
              carbon_plate: true
              start_km: 40
              retire_at_km: 350
              default_for: [road]
            - race: 2027-04-11
              name: Hamburg Marathon
              distance_km: 42.195
              goal: 2:59:59
            - block: 2026-12-01..2027-03-28
              name: Marathon build
            - injury: 2026-10-02..2026-10-09   # or illness:
              body_part: left calf
              severity: 2
            - delete: 2026-11-18#2
            - merge: [2026-11-18#1, 2026-11-18#2]
            - apart: [2026-11-18#1, 2026-11-18#2]
            - runner: 2026-11-01          # thresholds, valid from this day
              max_hr: 188
              resting_hr: 47
            - note: 2026-11-19
              text: slept badly all week
            """);

    LocalDate day = LocalDate.of(2026, 11, 18);
    RunReference first = new RunReference.Numbered(day, 1);
    RunReference second = new RunReference.Numbered(day, 2);
    assertThat(items).extracting(NoteItem::complaints).containsOnly(List.of());
    assertThat(items)
        .extracting(NoteItem::entry)
        .containsExactly(
            new OfRun(
                new RunReference.OfDay(LocalDate.of(2026, 11, 20)),
                Map.of("effort", 7.0, "feel", 4, "shoe", "Adios Pro 3", "comment", "legs heavy after Tuesday")),
            new NoteEntry.OfShoe("Adios Pro 3", Map.of("carbon_plate", 1, "start_km", 40.0, "retire_at_km", 350.0, "default_for", "road")),
            new OfDays(
                Happening.RACE, LocalDate.of(2027, 4, 11), null,
                Map.of("name", "Hamburg Marathon", "distance_m", 42_195.0, "goal_time_s", 10_799.0), false),
            new OfDays(
                Happening.BLOCK, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 3, 28), Map.of("name", "Marathon build"), false),
            new OfDays(
                Happening.INJURY, LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 9), Map.of("body_part", "left calf", "severity", 2), false),
            new NoteEntry.Delete(second),
            new NoteEntry.Merge(first, second),
            new NoteEntry.Apart(first, second),
            new NoteEntry.OfRunner(LocalDate.of(2026, 11, 1), Map.of("max_hr_bpm", 188.0, "resting_hr_bpm", 47.0)),
            new OfDays(Happening.NOTE, LocalDate.of(2026, 11, 19), null, Map.of("text", "slept badly all week"), false));
    assertThat(items).extracting(NoteItem::line).containsExactly(1, 6, 11, 15, 17, 20, 21, 22, 23, 26);
  }

  @Test
  void theExampleOfTheNotesIsRight() throws IOException {
    String page = Files.readString(Path.of("docs/notes.md"));
    String example = page.substring(page.indexOf("```yaml\n") + "```yaml\n".length());
    List<NoteItem> items = parse(example.substring(0, example.indexOf("```")));
    assertThat(items).extracting(NoteItem::complaints).containsOnly(List.of());
    assertThat(items).hasSize(12);
    assertThat(((OfRun) items.get(0).entry()).words()).containsEntry("shoe", "Adios Pro 3").containsEntry("comment", "legs heavy after Tuesday");
  }

  @Test
  void everythingInTheTemplateOfTheEditorIsRight() throws IOException {
    String template = Files.readString(Path.of("src/main/resources/note-template.yaml"));
    String filled = template.replaceAll("(?m)^# {1,3}(?=- |  [a-z_]+: )", "").replaceAll("(?m)^ (?= [a-z_]+: )", " ").replace("effort:\n", "effort: 3\n");
    assertThat(parse(filled)).extracting(NoteItem::complaints).containsOnly(List.of());
    assertThat(parse(filled)).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "effort: 7", "effort:7", "Effort : 7", "- effort: 7/10", "\uFEFFeffort: 7\r\n", "\teffort: 7", "–\u00A0effort: 7",
        "effort: “7”", "effort: \"7\" # hard", "{effort: 7}", "---\neffort: 7\n...", "effort: 7,0", "-effort: 7", "run: latest\n\teffort: 7",
        "- run: latest\n effort: 7", "- run: latest\neffort: 7"
      })
  void anEffortAloneMeansTheLatestRunHoweverItIsTyped(String text) {
    assertThat(entry(text)).isEqualTo(new OfRun(new RunReference.Latest(), Map.of("effort", 7.0)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20",
    "2026-11-20#2, 2026-11-20#2",
    "'\"2026-11-20 #2\"', 2026-11-20#2",
    "2026-11-20 18:30, 2026-11-20 18:30",
    "2026-11-20T18:30:15, 2026-11-20 18:30",
    "2026/11/2, 2026-11-02",
    "latest, latest",
    "Latest, latest",
    "today, 2026-11-22",
    "yesterday#2, 2026-11-21#2",
    "yesterday 6:05, 2026-11-21 06:05"
  })
  void aRunIsNamedByDayNumberTimeOrWord(String written, String meant) {
    assertThat(((OfRun) entry("run: " + written + "\neffort: 5")).run()).hasToString(meant);
  }

  @Test
  void valuesAreTheTextThatWasTyped() {
    assertThat(((OfDays) entry("race: 2027-04-11\nname: NO")).details()).containsEntry("name", "NO");
    assertThat(((OfDays) entry("race: 2027-04-11\nname: 010")).details()).containsEntry("name", "010");
    assertThat(((OfDays) entry("injury: 2026-10-02\nbody_part: on")).details()).containsEntry("body_part", "on");
    assertThat(words("comment: 12:30:45")).containsEntry("comment", "12:30:45");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "felt great! #nofilter", "intervals: 5 x 1000", "- tired -", "don’t ask", "it's \"fine\"", "@home & *wow* [really] {?}", "100 % | >", "yes",
        "~7 km too many", "🏃‍♂️ läuft"
      })
  void aCommentIsEverythingOnItsLine(String comment) {
    assertThat(words("- run: latest\n  comment: " + comment + "\n  effort: 3")).containsEntry("comment", comment).containsEntry("effort", 3.0);
  }

  @Test
  void aCommentMayGoOnInTheNextLinesOrBeABlock() {
    assertThat(words("- comment: legs heavy\n    after Tuesday: again\n  feel: 2")).containsEntry("comment", "legs heavy after Tuesday: again");
    assertThat(words("comment: |\n  one: two\n  feel: strange\neffort: 3")).containsEntry("comment", "one: two\nfeel: strange").containsKey("effort");
    assertThat(words("comment: \"in\n  quotes\"\neffort: 3")).containsEntry("comment", "in quotes");
    assertThat(words("comment: “smart: quotes”")).containsEntry("comment", "smart: quotes");
  }

  @Test
  void anEmptyFieldSaysNothingAndNoneTakesBack() {
    assertThat(words("effort: 7\nfeel:\ncomment:\nshoe: none")).containsOnlyKeys("effort", "shoe").containsEntry("shoe", null);
  }

  @ParameterizedTest
  @CsvSource({
    "42.195, 2:59:59, 10799", "42.195, 3:00, 10800", "10, 38:30, 2310", "marathon, sub 3:00:00, 10800", "'21,1', 1:24:00, 5040", "half marathon, 1:24, 5040",
    "5k, 18:30, 1110", "10 km, 0:38:30, 2310"
  })
  void aGoalIsTheTimeThatCanBeRun(String distance, String goal, double seconds) {
    OfDays race = (OfDays) entry("race: 2027-04-11\ndistance_km: " + distance + "\ngoal: " + goal);
    assertThat(race.details()).containsEntry("goal_time_s", seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-01..2026-12-24", "2026-12-01 ... 2026-12-24", "2026-12-01…2026-12-24", "2026-12-01 to 2026-12-24", "2026-12-01 – 2026-12-24", "2026-12-01 - 2026-12-24",
      "2026-12-01-2026-12-24"})
  void aPeriodHasManyDashes(String written) {
    OfDays block = (OfDays) entry("block: " + written);
    assertThat(block.from()).isEqualTo("2026-12-01");
    assertThat(block.to()).isEqualTo("2026-12-24");
  }

  @Test
  void whatHasNotEndedIsOpen() {
    assertThat(((OfDays) entry("injury: 2026-11-20..")).to()).isEqualTo(OfDays.OPEN_END);
    assertThat(((OfDays) entry("injury: 2026-11-20")).to()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "effort: 11 | Line 1: effort is “11”; it must be a number from 1 (very easy) to 10 (everything).",
        "feel: great | Line 1: feel is “great”; it must be a whole number from 1 (very weak) to 5 (very strong).",
        "feel: 3.5 | Line 1: feel is “3.5”; it must be a whole number",
        "efort: 7 | Line 1: efort is “7”; there is no such field here; did you mean an entry with effort?",
        "effort: 7\\nfeeling: 4 | Line 2: feeling is “4”; there is no such field; did you mean feel?",
        "effort: 7\\nseverity: 4 | Line 2: severity is “4”; severity does not belong here; possible are",
        "effort: 7\\nxyzzy: 4 | Line 2: xyzzy is “4”; there is no such field; possible are run, effort",
        "run: 20.11.2026\\neffort: 7 | Line 1: run is “20.11.2026”; a date is written year-month-day; is `2026-11-20` meant?",
        "run: 2026-02-30\\neffort: 7 | Line 1: run is “2026-02-30”; there is no such day",
        "run: 2026-11-23\\neffort: 7 | Line 1: run is “2026-11-23”; that day is still to come",
        "run: 2026-11-20 25:00\\neffort: 7 | there is no such time of day",
        "run: 2026-11-20 | Line 1: the entry says nothing about the run; possible are effort, feel, comment, shoe, race, is_run.",
        "shoe: Adios Pro 3 | Line 1: the entry says nothing about the shoe (to say that you wore it, add `run: latest`)",
        "delete: 2026-11-18 #2 | Line 1: delete is “2026-11-18”; behind a blank YAML takes #2 for a comment; write it without the blank, as `2026-11-18#2`",
        "delete: #2 | Line 1: delete is empty; behind a blank YAML takes #2 for a comment",
        "merge: [2026-11-18 #1, 2026-11-18 #2] | Line 1: behind a blank YAML takes #1 for a comment; write it without the blank, as `2026-11-18#1`",
        "run: latest\\nshoe: Pegasus #2 | Line 2: shoe is “Pegasus”; behind a blank YAML takes #2 for a comment",
        "merge: 2026-11-18 | Line 1: merge is “2026-11-18”; it needs two runs",
        "race: 2027-04-11\\ngoal: fast | Line 2: goal is “fast”; it must be a time, hours:minutes:seconds, such as `2:59:59`.",
        "race: 2027-04-11\\ndistance_km: 42.195\\ngoal: 0:59:59 | nobody runs 42.195 km in that time",
        "block: 2026-12-24..2026-12-01 | it ends before it begins",
        "runner: 2026-11-01\\nmax_hr: 150\\nresting_hr: 160 | resting_hr is “160”; it must be",
        "runner: 2026-11-01\\nmax_hr: 150\\nlthr: 160 | Line 3: lthr is “160”; it must be lower than max_hr, which is 150.",
        "race: 2027-04-11\\ninjury: 2026-11-01 | Line 1: one entry is about race and about injury; make an entry of each, with a dash before it.",
        "run: 2026-11-20\\neffort: 7\\nrun: 2026-11-21 | Line 3: run stands twice in one entry (first in line 1); begin each entry with a dash",
        "just words | Line 1: “just words” is no field; an entry is made of lines such as `effort: 7`.",
        "effort: [7, [8]] | Line 1: effort is nested too deeply",
        "effort: &a 7 | anchors (&), aliases (*) and tags (!) are not understood",
        "effort: {a: b} | effort is followed by fields of its own",
        "- - - - effort: 7 | a list in a list says nothing",
        "'name: \"open' | cannot be read as YAML",
        "effort: 7\\nfeel 4 | Line 2: “feel 4” lacks its colon; write `feel: 4`.",
        "max_hr: 188 | Line 1: the entry does not say what it is about; beside max_hr it needs one of runner.",
        "remove: yes | the entry does not say what it is about"
      })
  void aWrongEntryIsAnsweredWithLineFieldValueAndWhatWouldBeRight(String text, String complaint) {
    assertThat(complaint(text.replace("\\n", "\n"))).contains(complaint);
  }

  @Test
  void aWrongEntryDoesNotKeepTheOthersFromBeingRead() {
    List<NoteItem> items =
        parse("- effort: 7\n- effort: 12\n  fele: 3\n- comment: \"never closed\n- name: [a, b\n- race: 2027-04-11\n");
    assertThat(items).extracting(item -> item.entry() != null).containsExactly(true, false, false, false, true);
    assertThat(items).extracting(NoteItem::line).contains(1, 2, 6);
    assertThat(items.get(1).complaints()).hasSize(2);
  }

  @Test
  void anEmptyFileSaysNothing() {
    assertThat(complaint("")).contains("says nothing");
    assertThat(complaint("# only a comment\n---\n")).contains("says nothing");
  }

  @Test
  void neitherNestingNorAliasesNorManyEntriesMakeMuchOfLittle() {
    assertThat(parse("[".repeat(60_000))).isNotEmpty();
    assertThat(parse("- ".repeat(30_000) + "a")).isNotEmpty();
    assertThat(parse("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n")).isNotEmpty();
    assertThat(parse("- effort: 7\n".repeat(5_000))).hasSize(NoteParser.MOST_ENTRIES + 1).last().extracting(NoteItem::entry).isNull();
  }

  @Test
  void noTextHoweverBrokenEscapesAsAnException() {
    String[] pieces = {
      "- ", "run: ", "2026-11-18", "#2", " #2", "effort", ":", "7", "\n", "  ", "\t", "[", "]", "{", "}", "\"", "'", "|", ">", "&a", "*a", "!", "%",
      "“", "”", "–", "..", "comment: ", "\u0000", "\uD83D", "ä", "race: ", "2:59:59", "goal: ", "shoe: ", "---", "merge: ", ",", "?", "none"
    };
    Random random = new Random(4);
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(25); j >= 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(parse(text.toString())).as("%s", text).isNotEmpty();
    }
  }
}
