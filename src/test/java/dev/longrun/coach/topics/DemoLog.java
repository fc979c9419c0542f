package dev.longrun.coach.topics;

import dev.longrun.coach.topics.LogCalendar.NamedShoe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The demo's log as far as a question can speak of it, and the moment at which the questions of the tests are asked. */
final class DemoLog {
  static final LocalDateTime FRIDAY_EVENING = LocalDateTime.of(2026, 11, 27, 18, 30);

  private DemoLog() {}

  static LogCalendar read() {
    List<LoggedRun> runs = lines("/questions/runs.tsv").stream().map(DemoLog::run).toList();
    List<Event> events = new ArrayList<>();
    events.add(new Event(Event.Kind.BLOCK, day("2026-05-04"), day("2026-07-05"), "Summer base", null));
    events.add(new Event(Event.Kind.ILLNESS, day("2026-07-06"), day("2026-07-13"), null, null));
    events.add(new Event(Event.Kind.BLOCK, day("2026-08-10"), day("2026-10-25"), "Autumn build", null));
    runs.stream().filter(LoggedRun::isRace).map(run -> new Event(Event.Kind.RACE, run.day(), run.day(), run.name(), run.km() * 1000)).forEach(events::add);
    List<NamedShoe> shoes =
        List.of(new NamedShoe(1, "Brisk Soft 2", false), new NamedShoe(2, "Brisk Daily 4", false), new NamedShoe(3, "Brisk Carbon Racer", true));
    return new LogCalendar(runs, shoes, events, day("2027-04-11"));
  }

  /** The rows of a table: without comments and the names of its columns. */
  static List<String[]> lines(String resource) {
    try (InputStream file = DemoLog.class.getResourceAsStream(resource)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LoggedRun run(String[] row) {
    return new LoggedRun(
        day(row[0]), Integer.parseInt(row[1]), Integer.valueOf(row[2]), text(row[3]), row[4], text(row[5]), row[6].equals("1"), number(row[7]), number(row[8]),
        number(row[9]), number(row[10]), number(row[11]), number(row[12]), number(row[13]), number(row[14]), number(row[15]));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static String text(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static Double number(String cell) {
    return cell.isEmpty() ? null : Double.valueOf(cell);
  }
}
