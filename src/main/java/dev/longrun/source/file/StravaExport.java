package dev.longrun.source.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Activity;
import dev.longrun.log.record.FileIdentity;
import dev.longrun.log.Gear;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.Sport;
import dev.longrun.source.Json;
import dev.longrun.source.file.StravaColumns.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lists in the export of a Strava account: {@code activities.csv} and {@code shoes.csv}. */
final class StravaExport {
  static final String ACTIVITIES = "activities.csv";
  static final String SHOES = "shoes.csv";

  private static final String SITE = "Strava's export";
  private static final int LONGEST_VALUE = 10_000;

  /** Kept with the row of a list that is not in English: of all languages English alone writes the month before the day. */
  private static final String DAY_FIRST = "DAY_FIRST";

  private static final String WAY_OUT =
      "; set the account to English and ask for the export again, or drop the activity's own file from the export.";

  private StravaExport() {}

  /** What the list says of the files beside it. */
  static final class Files {
    private final Map<String, Sport> runs = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();

    private void note(String file, Optional<Sport> sport, String type) {
      if (runs.size() + others.size() < Limits.LISTED) {
        sport.ifPresentOrElse(known -> runs.put(name(file), known), () -> others.put(name(file), type));
      }
    }

    /** Null when the list does not say that it is a run. */
    Sport run(String path) {
      return runs.get(name(path));
    }

    /** Whether the list says that it is none, in words that are understood. */
    boolean isOther(String path) {
      return others.containsKey(name(path));
    }

    /** The number of an upload is unique whatever folder it lies in. */
    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /** The shoes of the account by their name. Bikes are listed elsewhere. */
  static Map<String, Gear> shoes(InputStream input) throws IOException {
    Map<String, Gear> shoes = new HashMap<>();
    try (CSVParser rows = parser(input)) {
      boolean header = true;
      for (CSVRecord row : rows) {
        if (!header && row.size() >= 3 && !row.get(0).isBlank() && shoes.size() < Limits.LISTED) {
          String name = row.get(0).strip();
          shoes.put(name.toLowerCase(Locale.ROOT), new Gear("strava-export", name, blankToNull(row.get(1)), blankToNull(row.get(2))));
        }
        header = false;
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new UnusableFile("The list of shoes cannot be read.");
    }
    return shoes;
  }

  private static CSVParser parser(InputStream input) throws IOException {
    return CSVParser.builder().setReader(new InputStreamReader(new RowGuard(input), StandardCharsets.UTF_8)).setFormat(CSVFormat.RFC4180).get();
  }

  private static String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** The rows of {@code activities.csv}. */
  static final class Activities implements FoundThings {
    private final String label;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final Map<String, Gear> shoes;
    private final Files files;
    private final boolean english;
    private final StravaColumns columns;

    /** @throws UnusableFile when the list is not laid out as Strava's are */
    Activities(String label, InputStream input, Map<String, Gear> shoes, Files files) throws IOException {
      this.label = label;
      this.parser = parser(input);
      this.rows = parser.iterator();
      this.shoes = shoes;
      this.files = files;
      CSVRecord header = read();
      List<String> headers = header == null ? List.of() : new ArrayList<>(header.toList());
      if (!headers.isEmpty() && headers.get(0).startsWith("\uFEFF")) {
        headers.set(0, headers.get(0).substring(1));
      }
      this.english = !headers.isEmpty() && headers.get(0).equalsIgnoreCase("Activity ID");
      this.columns =
          StravaColumns.of(headers)
              .orElseThrow(
                  () ->
                      new UnusableFile(
                          "activities.csv is not laid out as Strava's exports are, so that no column can be trusted;"
                              + " set the account to English and ask for the export again."));
    }

    private CSVRecord read() {
      try {
        return rows.hasNext() ? rows.next() : null;
      } catch (UncheckedIOException | IllegalStateException e) {
        if (e.getCause() instanceof UnusableFile unusable) {
          throw unusable;
        }
        throw new UnusableFile("activities.csv is damaged in or after line " + parser.getCurrentLineNumber() + "; what stood before it is read.");
      }
    }

    @Override
    public Found next() throws IOException {
      CSVRecord record = read();
      if (record == null) {
        return null;
      }
      String rowLabel = label + ", row " + (parser.getRecordNumber() - 1);
      Map<String, String> row = columns.row(record);
      String id = row.get(Column.ID.name());
      String type = row.getOrDefault(Column.TYPE.name(), "");
      if (id == null || !id.matches("[0-9]{1,18}")) {
        return new Found.Unusable(rowLabel, "The row has no activity id" + WAY_OUT, false);
      }
      Optional<Sport> sport = sport(type);
      String file = row.get(Column.FILE.name());
      if (file != null && (sport.isPresent() || english)) {
        files.note(file, sport, type);
      }
      if (sport.isEmpty()) {
        return new Found.OtherSport(rowLabel, PlainText.line(type));
      }
      Map<String, byte[]> payloads = new HashMap<>();
      row.replaceAll((column, value) -> value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
      if (!english) {
        row.put(DAY_FIRST, "yes");
      }
      payloads.put(FileIdentity.STRAVA, Json.MAPPER.writeValueAsBytes(row));
      Gear shoe = shoes.get(row.getOrDefault(Column.GEAR.name(), "").strip().toLowerCase(Locale.ROOT));
      if (shoe != null) {
        payloads.put(FileMapper.GEAR, Json.MAPPER.writeValueAsBytes(shoe));
      }
      return new Found.Listed(rowLabel, FileIdentity.ofListed(FileIdentity.STRAVA, id), payloads);
    }

    @Override
    public double share() {
      return 0;
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }
  }

  private static Optional<Sport> sport(String type) {
    return Optional.ofNullable(SportWords.ofType(type).run());
  }

  /** What the kept row says. */
  static Optional<Activity> activity(String externalId, Map<String, byte[]> payloads, ZoneId zone) {
    JsonNode row = Json.tree(SITE, payloads.get(FileIdentity.STRAVA));
    return sport(String.valueOf(text(row, Column.TYPE))).map(sport -> activity(externalId, sport, row, payloads.get(FileMapper.GEAR), zone));
  }

  private static Activity activity(String externalId, Sport sport, JsonNode row, byte[] gear, ZoneId zone) {
    Instant start = start(row);
    Double elapsed = number(row, Column.ELAPSED);
    Double oneLeg = number(row, Column.CADENCE);
    return new Activity(
        Source.FILE,
        externalId,
        start,
        LocalClock.utcOffsetS(start, zone, null),
        null,
        sport,
        text(row, Column.NAME),
        comment(row),
        null,
        number(row, Column.DISTANCE),
        number(row, Column.MOVING),
        elapsed == null ? number(row, Column.ELAPSED_SHOWN) : elapsed,
        number(row, Column.AVG_HR),
        number(row, Column.MAX_HR),
        // Without a power meter Strava makes the watts up, and the list does not say which it did.
        null,
        oneLeg == null ? null : (Double) (2 * oneLeg),
        number(row, Column.GAIN),
        number(row, Column.LOSS),
        null,
        null,
        competition(text(row, Column.COMPETITION)),
        number(row, Column.EFFORT),
        null,
        gear(row, gear),
        List.of(),
        List.of());
  }

  private static Instant start(JsonNode row) {
    Double epochS = number(row, Column.START);
    String date = text(row, Column.DATE);
    Optional<Instant> start = date == null ? Optional.empty() : StravaDate.parse(date, row.has(DAY_FIRST));
    if (start.isEmpty() && epochS != null && epochS > 1e9 && epochS < 6e9) {
      start = Optional.of(Instant.ofEpochSecond(epochS.longValue()));
    }
    return start
        .filter(instant -> instant.getEpochSecond() > 0)
        .orElseThrow(() -> new UnusableFile("The activity's date \"" + PlainText.line(date) + "\" cannot be read" + WAY_OUT));
  }

  private static String comment(JsonNode row) {
    String comment =
        Stream.of(text(row, Column.DESCRIPTION), text(row, Column.PRIVATE_NOTE)).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    return comment.isEmpty() ? null : comment;
  }

  private static Boolean competition(String flag) {
    return flag == null ? null : (Boolean) flag.matches("(?i)1(\\.0)?|true|yes");
  }

  /** The list names the shoe and nothing else of it. */
  private static Gear gear(JsonNode row, byte[] gear) {
    if (gear == null) {
      return null;
    }
    JsonNode shoe = Json.tree(SITE, gear);
    return new Gear("strava-export", Json.text(shoe, "name"), Json.text(shoe, "brand"), Json.text(shoe, "model"));
  }

  private static String text(JsonNode row, Column column) {
    return Json.text(row, column.name());
  }

  /** Some languages write a comma where others write a point, and a point or a blank between the thousands. */
  private static Double number(JsonNode row, Column column) {
    String text = text(row, column);
    if (text == null) {
      return null;
    }
    String plain = text.replaceAll("[\\s\\u00A0\\u202F'’]", "");
    boolean pointsLast = plain.lastIndexOf('.') > plain.lastIndexOf(',');
    return XmlValues.numberOrNull(pointsLast ? plain.replace(",", "") : plain.replace(".", "").replace(',', '.'));
  }
}
