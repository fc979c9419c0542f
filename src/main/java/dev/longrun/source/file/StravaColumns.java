package dev.longrun.source.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of {@code activities.csv} holds what. Headers are in the language of the account and some stand there twice, once as
 * shown to people and once as measured: an English header is found by its name and which of its kind it is, another by its place,
 * once the headers that repeat are where they repeat in every language.
 */
final class StravaColumns {
  /**
   * A column: what Strava calls it in English, which one of that name, and where it has always stood.
   */
  enum Column {
    ID("Activity ID", 1, 0),
    DATE("Activity Date", 1, 1),
    NAME("Activity Name", 1, 2),
    TYPE("Activity Type", 1, 3),
    DESCRIPTION("Activity Description", 1, 4),
    ELAPSED_SHOWN("Elapsed Time", 1, 5),
    PRIVATE_NOTE("Activity Private Note", 1, 10),
    GEAR("Activity Gear", 1, 11),
    FILE("Filename", 1, 12),
    ELAPSED("Elapsed Time", 2, 15),
    MOVING("Moving Time", 1, 16),
    DISTANCE("Distance", 2, 17),
    GAIN("Elevation Gain", 1, 20),
    LOSS("Elevation Loss", 1, 21),
    CADENCE("Average Cadence", 1, 29),
    MAX_HR("Max Heart Rate", 2, 30),
    AVG_HR("Average Heart Rate", 1, 31),
    EFFORT("Perceived Exertion", 1, 43),
    START("Start Time", 1, 45),
    COMPETITION("Competition", 1, -1);

    private final String english;
    private final int which;
    private final int place;

    Column(String english, int which, int place) {
      this.english = english;
      this.which = which;
      this.place = place;
    }
  }

  /** Without these nothing can be said of an activity. */
  private static final List<Column> NEEDED = List.of(Column.ID, Column.DATE, Column.TYPE, Column.FILE);

  /** Pairs of columns with the same header, in every language, since 2018 at least. */
  private static final int[][] TWINS = {{5, 15}, {6, 17}, {7, 30}};

  private static final int ANCHOR_PLACE = 46;
  private static final String ANCHOR = "Weighted Average Power";

  private static final Map<Column, String> OLD_NAMES =
      Map.of(
          Column.ID, "id", Column.DATE, "date", Column.NAME, "name", Column.TYPE, "type", Column.DESCRIPTION, "description", Column.ELAPSED,
          "elapsed_time", Column.DISTANCE, "distance", Column.GEAR, "gear", Column.FILE, "filename");

  private final Map<Column, Integer> places = new LinkedHashMap<>();

  private StravaColumns() {}

  /** @return empty when it is no list that is known */
  static Optional<StravaColumns> of(List<String> headers) {
    for (StravaColumns columns : List.of(byName(headers), byOldName(headers))) {
      if (columns.places.keySet().containsAll(NEEDED)) {
        return Optional.of(columns);
      }
    }
    return hasTwins(headers) || hasAnchor(headers) ? Optional.of(byPlace(headers.size())) : Optional.empty();
  }

  /** As the exports of before 2018 called them. */
  private static StravaColumns byOldName(List<String> headers) {
    StravaColumns columns = new StravaColumns();
    OLD_NAMES.forEach(
        (column, name) -> {
          for (int place = 0; place < headers.size(); place++) {
            if (headers.get(place).strip().equalsIgnoreCase(name)) {
              columns.places.putIfAbsent(column, place);
            }
          }
        });
    return columns;
  }

  /** What Strava added later is called in English in every language. */
  private static boolean hasAnchor(List<String> headers) {
    return headers.size() > ANCHOR_PLACE && headers.get(ANCHOR_PLACE).strip().equalsIgnoreCase(ANCHOR);
  }

  private static StravaColumns byName(List<String> headers) {
    StravaColumns columns = new StravaColumns();
    for (Column column : Column.values()) {
      int seen = 0;
      for (int place = 0; place < headers.size(); place++) {
        if (headers.get(place).strip().equalsIgnoreCase(column.english) && ++seen == column.which) {
          columns.places.put(column, place);
        }
      }
    }
    return columns;
  }

  private static boolean hasTwins(List<String> headers) {
    for (int[] twins : TWINS) {
      if (headers.size() <= twins[1] || !headers.get(twins[0]).equals(headers.get(twins[1])) || headers.get(twins[0]).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static StravaColumns byPlace(int size) {
    StravaColumns columns = new StravaColumns();
    for (Column column : Column.values()) {
      if (column.place >= 0 && column.place < size) {
        columns.places.put(column, column.place);
      }
    }
    return columns;
  }

  /** The values of a row that are not blank, unchanged, by the names of {@link Column}. */
  Map<String, String> row(Iterable<String> values) {
    List<String> list = new ArrayList<>();
    values.forEach(list::add);
    Map<String, String> row = new LinkedHashMap<>();
    places.forEach(
        (column, place) -> {
          if (place < list.size() && !list.get(place).isBlank()) {
            row.put(column.name(), list.get(place));
          }
        });
    return row;
  }
}
