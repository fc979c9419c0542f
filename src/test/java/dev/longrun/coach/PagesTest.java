package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.analysis.SyntheticLog;
import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Reading;
import dev.longrun.coach.topics.Topic;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.log.RunKey;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Units;
import dev.longrun.report.Markdown;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of question on two years of a synthetic runner: the page keeps its shape, and every number in it is a fact. */
class PagesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
  private static final String MONTHS = "(January|February|March|April|May|June|July|August|September|October|November|December)";

  private static final String NOW = "2026-11-23T09:00:00Z";
  private static final Map<Units, LogView> LOGS = new EnumMap<>(Units.class);

  @TempDir static Path home;
  private static Handle reading;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void live() throws Exception {
    longrun = LongrunUnderTest.start(home, Map.of("OLLAMA_MODEL", "none", "LONGRUN_CLOCK", NOW));
    SyntheticRunner runner = SyntheticRunner.ofTheDemo(LocalDate.of(2026, 11, 22));
    SyntheticLog.fill(longrun, runner, runner.runs(), activity -> activity);
    reading = Jdbi.create(longrun.service().database().reader()).open();
    for (Units units : Units.values()) {
      Map<String, String> settings =
          Map.of("LONGRUN_CLOCK", NOW, "LONGRUN_UNITS", units.name().toLowerCase(Locale.ROOT), "GOAL_RACE_DATE", "2027-04-11", "GOAL_TIME", "2:59:59");
      LOGS.put(units, new LogView(reading, TODAY, LongrunUnderTest.settings(home, settings)));
    }
  }

  @AfterAll
  static void stop() {
    reading.close();
    longrun.close();
  }

  static Stream<Arguments> questions() {
    List<Arguments> questions = new ArrayList<>();
    Period may = new Period(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31), "May 2026");
    Period mayBefore = new Period(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31), "May 2025");
    Period day = new Period(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 22), "22 November");
    for (Topic topic : Topic.values()) {
      questions.add(Arguments.of("nothing said", Asked.about(topic)));
      questions.add(Arguments.of("a month", new Asked(topic, 1, may, mayBefore, List.of(), List.of(), null, null, null, null)));
      questions.add(Arguments.of("a run", new Asked(topic, 1, day, null, List.of(new RunKey("2026-11-22", 1)), List.of(), null, null, null, "longest")));
      questions.add(Arguments.of("a race to come", new Asked(topic, 1, null, null, List.of(), List.of(1L), 10_000.0, 2_400.0, "heart-rate", "fastest")));
    }
    return questions.stream();
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("questions")
  void theShapeHoldsAndEveryNumberIsAFact(String how, Asked asked) {
    LOGS.forEach(
        (units, log) -> {
          Answer answer = AnswerComposer.compose(new Reading(List.of(asked), "Read as it was."), log);
          Question question = new Question(1, "how.md", "How was it?", Instant.parse("2026-11-23T08:00:00Z"), "answers/how.md", false, 0);
          check(new AnswerPage(question, answer, units).markdown(null, null), answer, units);
        });
  }

  private static void check(String whole, Answer answer, Units units) {
    String page = whole.replaceAll("(?s)```.*?```", "");
    List<String> lines = page.lines().filter(line -> !line.isBlank()).toList();
    assertThat(lines.get(0)).isEqualTo("# How was it?");
    assertThat(lines.get(answer.freshness() == null ? 1 : 2)).as(page).startsWith("**");
    assertThat(lines.stream().filter(line -> !line.startsWith("|") && !line.startsWith("#") && !line.startsWith("*Read"))).as(page).hasSizeLessThanOrEqualTo(10);
    assertThat(lines.stream().filter(line -> line.startsWith("|"))).as(page).hasSizeLessThanOrEqualTo(8);
    String plain = page.replaceAll("`[^`]*`", "x").replaceAll("\\]\\([^)]*\\)", "]");
    assertThat(plain).as(page).doesNotContain("null", "NaN", "%s", " .", " ,", "..").doesNotContainPattern("(?<![\\d.,:])1 (runs|days|weeks|sessions|nights)\\b");
    Set<String> known = new HashSet<>();
    for (Fact fact : answer.facts()) {
      if (fact.quantity() != null) {
        numbers(shown(fact.quantity(), units)).forEach(known::add);
      }
      numbers(fact.thing()).forEach(known::add);
    }
    for (Advice advice : answer.advice()) {
      Stream.of(advice.low(), advice.high()).filter(range -> range != null).flatMap(range -> numbers(shown(range, units)).stream()).forEach(known::add);
    }
    String words = page.replaceAll("“[^”]*”", "").replaceAll("`[^`]*`", "").replaceAll("\\]\\([^)]*\\)", "");
    for (Fact fact : answer.facts()) {
      words = words.replace(Markdown.text(fact.thing()), "");
    }
    words = words.replaceAll("\\d{4}-\\d\\d-\\d\\d", "").replaceAll("\\d{1,2} " + MONTHS + "( \\d{4})?", "").replaceAll(MONTHS + " \\d{4}", "");
    assertThat(numbers(words)).as(page).isSubsetOf(known);
  }

  private static String shown(Quantity quantity, Units units) {
    return quantity.shown(units) + " " + quantity.absolute().shown(units) + " " + quantity.signed(units) + " " + quantity.number(units);
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
    return numbers;
  }
}
