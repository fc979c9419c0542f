package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberGateTest {
  private static final LocalDate FROM = LocalDate.parse("2026-10-12");
  private static final LocalDate TO = LocalDate.parse("2026-11-15");

  private final NumberGate gate =
      new NumberGate(
          new FactSheet(
              FROM,
              TO,
              List.of(
                  fact("distance", 61.24, "km"),
                  fact("time", 18_305.0, "s"),
                  fact("pace", 298.9, "s/km"),
                  fact("heart rate", 147.6, "bpm"),
                  fact("load", 1234.0, "load"),
                  fact("form", -15.3, "points"),
                  fact("goal", 10_799.0, "s"),
                  new Fact("goal.days", "days until the goal race", 147.0, "", "goal", null, "on 2027-04-11", "GOAL_RACE_DATE"),
                  fact("longest", 21.1, "km")),
              List.of(
                  new RunLine(LocalDate.parse("2026-11-11"), 1, "8 x 400 m hard", "road", 12.34, 3_725.0, 301.9, 151.0, 7.0, 4.0, 98.0, 3.5, "Adios Pro 3", false)),
              List.of(),
              List.of()),
          List.of("Can I run 33 km in 2:45 on Sunday?", "On 2026-10-20 the coach said: you did 88.5 km."));

  private static Fact fact(String label, Double value, String unit) {
    return new Fact("x." + label, label, value, unit, "week", 5, null, "facts/x.sql");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You ran 61.2 km, about 61 kilometres.", "Keep the 10k pace and the 5k effort for later.", "That is 61,240 m or 61240 metres.", "It took 5:05:05, so 5 h 5 min or 305 minutes.",
        "5 hours and 5 minutes.", "At 4:59 /km, or 4:59 min/km.", "A pace of 4:59.", "Heart rate 148 bpm, more exactly 147.6.",
        "Load 1,234 or 1234.", "Form is -15.3, or minus 15.", "The goal is 2:59:59, that is three hours.", "Sub-3 remains the goal.",
        "In 147 days, on 11 April 2027 and on 2027-04-11.", "On 9 November and November 11th you ran; week 46 of 2026.",
        "From 9 to 15 November.", "Week 2026-W46 and W45.", "The longest was 21.1 km, a half marathon, 21 km.",
        "Three things: 1. sleep 2. eat 3. run", "Run 3 or 4 times, 12 at most.", "Your M4 group.", "The 2nd try.", "61,2 km in all.", "At 4'59\".",
        "33 km in 2:45 is what you ask.", "33 kilometres.", "Back then it was 88.5 km.", "Your session \"8 x 400 m hard\" in the Adios Pro 3.",
        "12.34 km in 1:02:05 with effort 7 of 10 and feel 4 of 5 at 3.5 °C.", "1:02 h for 12.3 km.", "5:02 per km", "4 °C."
      })
  void lettingThrough(String words) {
    assertThat(gate.untraceable(words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You ran 62 km.", "61.3 km.", "You improved by 5 %.", "About 12 percent more.", "A pace of 4:30 /km.", "It took 5:06:05.",
        "Run 10 km tomorrow.", "Aim for 3:45:00.", "Heart rate 160 bpm.", "160 beats.", "You ran 57 of them.", "Load 1300.", "In 100 days.",
        "On 2026-12-24.", "On 24 December.", "Fifty kilometres.", "Forty-two times.", "A hundred.", "57km and more.", "57-km week.",
        "6x800 m tomorrow.", "12.35 km.", "5 minutes 20 seconds.", "1 h 30 min.", "13 things.", "10 °C.", "Since 2019.", "33.5 km", "8 min",
        "95k last week.", "99K", "HR150 on the hill.", "A sub-175 heart rate.", "Your 180th run.", "12,5 km", "12，5 km and １２３ bpm.",
        "4'52\" a kilometre.", "4’52 at the end.", "Your effort was 9.", "The feel was 2 of 5.", "Effort 2/10.", "You did 9 runs.",
        "You did 9 easy runs."
      })
  void stopping(String words) {
    assertThat(gate.untraceable(words)).isNotEmpty();
  }

  @Test
  void aMissingFactLendsItsNumberToNobody() {
    NumberGate empty =
        new NumberGate(new FactSheet(FROM, TO, List.of(fact("distance", null, "km")), List.of(), List.of(), List.of()), List.of());
    assertThat(empty.untraceable("You ran 0 km.")).isNotEmpty();
    assertThat(empty.untraceable("The distance is not known.")).isEmpty();
  }

  @Test
  void dropsTheSentencesAndSaysWhichNumbers() {
    GatedWords words =
        gate.drop("A good week of 61.2 km. You were 7 % faster! Rest now.\n\n- Form is -15.3.\n- Run 50 km next week.\n\nGo on.");
    assertThat(words.text()).isEqualTo("A good week of 61.2 km. Rest now.\n\n- Form is -15.3.\n\nGo on.");
    assertThat(words.shown()).endsWith("*2 sentences were left out: the log does not know 7 %, 50 km.*");
  }

  @Test
  void aNameThatIsOnlyANumberOpensNoGate() {
    RunLine run = new RunLine(LocalDate.parse("2026-11-11"), 1, "57", "road", 10.0, 3_000.0, 300.0, null, null, null, null, null, null, false);
    NumberGate named = new NumberGate(new FactSheet(FROM, TO, List.of(), List.of(run), List.of(), List.of()), List.of());
    assertThat(named.untraceable("You ran 57 km.")).isNotEmpty();
  }

  @Test
  void aNameThatIsOnlyADistanceOpensNoGate() {
    RunLine run = new RunLine(LocalDate.parse("2026-11-11"), 1, "20 km", "road", 10.0, 3_000.0, 300.0, null, null, null, null, null, null, false);
    NumberGate named = new NumberGate(new FactSheet(FROM, TO, List.of(), List.of(run), List.of(), List.of()), List.of());
    assertThat(named.untraceable("You ran 20 km.")).isNotEmpty();
  }
}
