package dev.longrun.coach.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodReaderTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final LogCalendar LOG =
      new LogCalendar(
          List.of(),
          List.of(),
          List.of(
              new Event(Event.Kind.RACE, LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 25), "Lakeside Half Marathon", 21_097.5),
              new Event(Event.Kind.BLOCK, LocalDate.of(2026, 8, 10), LocalDate.of(2026, 10, 25), "Autumn build", null),
              new Event(Event.Kind.ILLNESS, LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 13), null, null)),
          LocalDate.of(2027, 4, 11));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in May                                     | 2026-05-01..2026-05-31
          in mai                                     | 2026-05-01..2026-05-31
          may I run                                  |
          in ocotber                                 | 2026-10-01..2026-10-31
          in November                                | 2026-11-01..2026-11-30
          last November                              | 2025-11-01..2025-11-30
          in December                                | 2025-12-01..2025-12-31
          in May 2025                                | 2025-05-01..2025-05-31
          may last year                              | 2025-05-01..2025-05-31
          2026-03                                    | 2026-03-01..2026-03-31
          W46                                        | 2026-11-09..2026-11-15
          week 46                                    | 2026-11-09..2026-11-15
          2025-W46                                   | 2025-11-10..2025-11-16
          week 50                                    | 2025-12-08..2025-12-14
          the week of 9 November                     | 2026-11-09..2026-11-15
          last week                                  | 2026-11-16..2026-11-22
          this week                                  | 2026-11-23..2026-11-29
          the week before last                       | 2026-11-09..2026-11-15
          last month                                 | 2026-10-01..2026-10-31
          the last 3 weeks                           | 2026-11-07..2026-11-27
          past 30 days                               | 2026-10-29..2026-11-27
          the last couple of weeks                   | 2026-11-14..2026-11-27
          2 weeks ago                                | 2026-11-09..2026-11-15
          3 days ago                                 | 2026-11-24..2026-11-24
          a month ago                                | 2026-10-01..2026-10-31
          last quarter                               | 2026-07-01..2026-09-30
          q2 2025                                    | 2025-04-01..2025-06-30
          last summer                                | 2026-06-01..2026-08-31
          last winter                                | 2025-12-01..2026-02-28
          in 2025                                    | 2025-01-01..2025-12-31
          ran 2025 m                                 |
          on 10/11                                   | 2026-11-10..2026-11-10
          on 11/22                                   | 2026-11-22..2026-11-22
          am 10.11.                                  | 2026-11-10..2026-11-10
          2026-11-10                                 | 2026-11-10..2026-11-10
          10.11.2026                                 | 2026-11-10..2026-11-10
          11th of Nov                                | 2026-11-11..2026-11-11
          nov 11                                     | 2026-11-11..2026-11-11
          the 12th                                   | 2026-11-12..2026-11-12
          the 30th                                   | 2026-10-30..2026-10-30
          ran 10.11 km                               |
          effort 5/10                                |
          last Tuesday                               | 2026-11-24..2026-11-24
          was Sunday good                            | 2026-11-22..2026-11-22
          should I run on Sunday                     | 2026-11-29..2026-11-29
          on Tuesday last week                       | 2026-11-17..2026-11-17
          yesterday                                  | 2026-11-26..2026-11-26
          tomorrow                                   | 2026-11-28..2026-11-28
          next week                                  | 2026-11-30..2026-12-06
          last weekend                               | 2026-11-21..2026-11-22
          between 3 and 17 October                   | 2026-10-03..2026-10-17
          3-17 October                               | 2026-10-03..2026-10-17
          Oct 3-17                                   | 2026-10-03..2026-10-17
          from May to July                           | 2026-05-01..2026-07-31
          from October to February                   | 2025-10-01..2026-02-28
          first week of October                      | 2026-10-01..2026-10-07
          first half of the year                     | 2026-01-01..2026-06-30
          since Lakeside                             | 2026-10-25..2026-11-27
          since my last race                         | 2026-10-25..2026-11-27
          since May                                  | 2026-05-01..2026-11-27
          since I was ill                            | 2026-07-14..2026-11-27
          the two weeks before lakeside              | 2026-10-11..2026-10-24
          the week after the half                    | 2026-10-26..2026-11-01
          before Lakeside                            | 2026-08-30..2026-10-24
          before the marathon                        | 2026-11-27..2027-04-10
          on race day will I                         | 2027-04-11..2027-04-11
          in the autumn build                        | 2026-08-10..2026-10-25
          this year so far                           | 2026-01-01..2026-12-31
          """)
  void readsAPeriod(String text, String expected) {
    String found =
        new PeriodReader(Tokens.of(text), FRIDAY, LOG, null)
            .find().stream().map(span -> span.value().from() + ".." + span.value().to()).collect(Collectors.joining(" "));
    assertEquals(expected == null ? "" : expected, found);
  }
}
