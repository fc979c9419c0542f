package dev.longrun.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The figures with their aims, as a Markdown table. */
final class Table {
  private record Row(String figure, String value, String aim) {}

  private final List<Row> rows = new ArrayList<>();

  void add(String figure, Object value) {
    rows.add(new Row(figure, value.toString(), ""));
  }

  void add(String figure, Object value, String aim, boolean met) {
    rows.add(new Row(figure, value.toString(), aim + (met ? "" : " MISSED")));
  }

  void print() {
    System.out.println();
    System.out.println("| figure | measured | aim |");
    System.out.println("|---|---|---|");
    rows.forEach(row -> System.out.println("| " + row.figure() + " | " + row.value() + " | " + row.aim() + " |"));
  }
}
