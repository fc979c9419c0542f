package dev.longrun.coach.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.coach.advice.AdviceBook;
import dev.longrun.coach.advice.AdviceRule;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.log.Activities;
import dev.longrun.log.Activity;
import dev.longrun.log.RunKey;
import dev.longrun.log.Source;
import dev.longrun.service.ProgramFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each kind of finding and each rule of advice says of a small log of round numbers, sentence by sentence. The sentences stand in
 * {@code findings/sentences.tsv}, to be read; after a change that is meant, copy {@code target/sentences.tsv} there and read the difference.
 *
 * <p>The log: from 1 September 10 km in 50:00 every Tuesday, 8 km in 44:00 every Thursday and 16 km in 1:28:00 every Sunday; on
 * 25 October a half marathon in 1:30:00, on 15 November 20 km in the heat; a base block, a cold, a calf.
 */
class SentencesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String SENTENCES = "src/test/resources/findings/sentences.tsv";

  @TempDir static Path home;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void log() throws Exception {
    longrun =
        LongrunUnderTest.start(
            home,
            Map.of(
                "OLLAMA_MODEL", "none", "LONGRUN_CLOCK", "2026-11-22T20:00:00Z", "INBOX_SETTLE_TIME", "10ms", "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "50",
                "GOAL_RACE_DATE", "2027-04-11", "GOAL_TIME", "3:10:00"));
    for (LocalDate day = LocalDate.of(2026, 9, 1); !day.isAfter(TODAY); day = day.plusDays(1)) {
      if (day.equals(LocalDate.of(2026, 10, 25))) {
        load(day, 21_097.5, 5_400, 172, 9.0, 4);
      } else if (day.equals(LocalDate.of(2026, 11, 15))) {
        load(day, 20_000, 6_600, 158, 8.0, 2);
      } else {
        switch (day.getDayOfWeek()) {
          case TUESDAY -> load(day, 10_000, 3_000, 150, 5.0, 3);
          case THURSDAY -> load(day, 8_000, 2_640, 135, 3.0, 4);
          case SUNDAY -> load(day, 16_000, 5_280, 140, day.isBefore(LocalDate.of(2026, 11, 1)) ? 4.0 : null, null);
          default -> {}
        }
      }
    }
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(
        home.resolve("inbox/log.yaml"),
        """
        - shoe: Daily
          start_km: 580
          default_for: road
        - run: 2026-10-25
          race: yes
          shoe: Daily
        - run: 2026-11-22
          shoe: Daily
        - run: 2026-11-15
          shoe: Daily
        - block: 2026-09-01..2026-09-27
          name: Base
        - block: 2026-09-28..2026-10-25
          name: Build
        - illness: 2026-10-05..2026-10-08
        - injury: 2026-11-14..2026-11-16
          body_part: left calf
        - morning: 2026-11-22
          resting_hr: 52
          hrv: 61
          sleep: 7:10
        - morning: 2026-11-21
          resting_hr: 51
          hrv: 64
          sleep: 6:50
        """);
    longrun.call("watch-inbox");
    assertThat(home.resolve("outbox/notes/2026-11.md")).content().doesNotContain("Not applied", "not applied");
    Jdbi.create(longrun.service().database().writer())
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  insert into weather_log (run_date, run_no, hour_utc, temperature_c, dew_point_c, humidity_pct, wind_speed_ms, precipitation_mm, provisional, created_at, updated_at)
                  select run_date, run_no, substr(started_at, 1, 13) || ':00:00Z', case run_date when '2026-11-15' then 29 else 10 end,
                      case run_date when '2026-11-15' then 22 else 6 end, 70, 3, 0, 0, '', ''
                  from main_log""");
              given(handle, "2026-W46", "week.range", 28.0, 34.0, "2026-11-16", "2026-11-22", 34.0, 1);
              given(handle, "2026-W46", "long-run.limit", null, 15.0, "2026-11-16", "2026-11-22", 16.0, 0);
              given(handle, "2026-W47", "week.range", 45.0, 55.0, "2026-11-23", "2026-11-29", null, null);
            });
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  private static void given(Handle handle, String period, String id, Double low, Double high, String from, String to, Double outcome, Integer kept) {
    handle.execute(
        "insert into advice_given values ('week', ?, ?, '', ?, ?, 'KILOMETRES', '[]', ?, ?, ?, ?, ?)",
        period, id, low, high, from, to, LocalDate.parse(from).minusDays(1) + "T10:00:00Z", outcome, kept);
  }

  private static void load(LocalDate day, double metres, double seconds, double beats, Double effort, Integer feel) {
    Instant start = day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
    Activity run = Activities.withHeartRate(Activities.run(Source.GARMIN, day.toString(), start.toString(), metres, seconds), beats, beats + 12);
    longrun.call("load-activity", Activities.arrival(Activities.felt(run, effort, feel)));
  }

  @AfterAll
  static void stop() {
    longrun.close();
  }

  private static List<Asked> questions(Topic topic) {
    Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), "October 2026");
    Period september = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), "September 2026");
    return List.of(
        Asked.about(topic),
        new Asked(topic, 1, october, september, List.of(), List.of(), null, null, "form", null),
        new Asked(topic, 1, null, null, List.of(new RunKey("2026-11-15", 1)), List.of(1L), 10_000.0, null, null, "longest"));
  }

  @Test
  void everyKindSaysItsSentences() throws Exception {
    List<String> sentences = new ArrayList<>(List.of("by\tquestion\tid\tsentence"));
    Set<String> silent = new TreeSet<>();
    Jdbi.create(longrun.service().database().reader())
        .useTransaction(
            handle -> {
              LogView log = new LogView(handle, TODAY, longrun.settings());
              for (FindingMaker maker : Catalogue.MAKERS) {
                Set<String> said = new TreeSet<>();
                for (Topic topic : maker.topics().stream().sorted().toList()) {
                  for (Asked asked : questions(topic)) {
                    for (Finding finding : maker.find(asked, log)) {
                      if (said.add(finding.id() + finding.text())) {
                        sentences.add(String.join("\t", maker.getClass().getSimpleName(), topic.name(), finding.id(), finding.text()));
                      }
                    }
                  }
                }
                if (said.isEmpty()) {
                  silent.add(maker.getClass().getSimpleName());
                }
              }
              for (AdviceRule rule : AdviceBook.RULES) {
                Set<String> said = new TreeSet<>();
                for (Topic topic : rule.topics().stream().sorted().toList()) {
                  Asked asked = Asked.about(topic);
                  rule.advise(asked, Catalogue.to(asked, log), log)
                      .filter(advice -> said.add(advice.text()))
                      .ifPresent(advice -> sentences.add(String.join("\t", rule.getClass().getSimpleName(), topic.name(), advice.id(), advice.text())));
                }
              }
            });
    Path root = ProgramFolder.find().path();
    String text = sentences.stream().collect(Collectors.joining("\n", "", "\n"));
    Files.createDirectories(root.resolve("target"));
    Files.writeString(root.resolve("target/sentences.tsv"), text);
    assertThat(silent).as("kinds that say nothing of this log").isEmpty();
    assertThat(root.resolve(SENTENCES)).content().isEqualTo(text);
  }
}
