package dev.longrun.coach.summary;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.log.Source;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.quantity.Units;
import dev.longrun.report.Markdown;
import dev.longrun.report.SourceFreshness;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Markdown of a summary: three lines to read on a phone, what changed, signals, next week, then the runs. */
final class SummaryPage {
  /** The heading of what is erased after seven days, here too. */
  static final String NOT_COUNTED = "## Not counted (Strava API)";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final int LONGEST_NAME = 40;

  private final SummaryPeriod period;
  private final Units units;

  SummaryPage(SummaryPeriod period, Units units) {
    this.period = period;
    this.units = units;
  }

  /**
   * @param words the model's, in place of what changed, signals and things; null: none
   * @param restated what is different from the version before; null: nothing
   * @param silent connected sources that have not answered since it ended
   * @param notCounted runs that may only be shown
   */
  String markdown(SummaryText text, String words, String restated, List<SourceFreshness> silent, List<RunRow> notCounted, String footnote) {
    List<String> blocks = new ArrayList<>();
    blocks.add("# " + period.title());
    if (!silent.isEmpty()) {
      blocks.add(incomplete(silent));
    }
    blocks.add(top(text.top()));
    if (restated != null) {
      blocks.add("*Said again: " + Markdown.text(restated) + ".*");
    }
    blocks.add(words != null ? words : points(text));
    if (text.toDo() != null || text.toLeave() != null) {
      String toDo = text.toDo() == null ? "" : "**Do:** " + text.toDo().text();
      String toLeave = text.toLeave() == null ? "" : "**Leave:** " + text.toLeave().text() + ".";
      blocks.add((toDo + " " + toLeave).strip());
    }
    if (!text.next().isEmpty()) {
      String next = period.kind() == SummaryPeriod.Kind.WEEK ? "## Next week" : "## From here";
      blocks.add(next);
      blocks.add(text.next().stream().map(Advice::text).map(line -> "- " + line).collect(Collectors.joining("\n")));
    }
    if (text.unknown() != null) {
      blocks.add("Not known: " + text.unknown().text());
    }
    if (!text.runs().isEmpty()) {
      blocks.add("## Runs");
      blocks.add(table(text.runs()));
    }
    if (!notCounted.isEmpty()) {
      blocks.add(NOT_COUNTED);
      blocks.add(shown(notCounted));
    }
    if (text.chart() != null) {
      blocks.add("```\n" + text.chart().text() + "\n```");
      blocks.add("[The same as a picture](" + period.name() + ".svg)");
    }
    blocks.add("[Everything this rests on](../evidence/" + period.name() + ".json)");
    if (footnote != null) {
      blocks.add("*" + footnote + "*");
    }
    return String.join("\n\n", blocks.stream().filter(block -> !block.isBlank()).toList()) + "\n";
  }

  private static String top(List<Finding> top) {
    return top.stream().limit(1).map(finding -> "**" + finding.text() + "**").collect(Collectors.joining())
        + top.stream().skip(1).map(finding -> "\n" + finding.text()).collect(Collectors.joining());
  }

  private static String points(SummaryText text) {
    List<String> points = new ArrayList<>();
    add(points, "What changed", text.changes());
    add(points, "Signals", text.signals());
    add(points, "Also", text.things());
    if (text.goal() != null) {
      points.add("- Goal: " + text.goal().text());
    }
    if (text.kept() != null) {
      points.add("- Advice: " + text.kept().text());
    }
    return String.join("\n", points);
  }

  private static void add(List<String> points, String name, List<Finding> findings) {
    if (!findings.isEmpty()) {
      points.add("- " + name + ": " + findings.stream().map(Finding::text).collect(Collectors.joining(" ")));
    }
  }

  private static String incomplete(List<SourceFreshness> silent) {
    List<String> names = silent.stream().filter(source -> source.source() != Source.FILE).map(source -> source.source().title()).toList();
    String who =
        names.isEmpty()
            ? "no source is connected and no file has been imported"
            : String.join(" and ", names) + (names.size() == 1 ? " has" : " have") + " not answered";
    return "**Incomplete:** " + who + " since it ended, so runs may be missing. There is no verdict on load or form.";
  }

  String table(List<RunRow> runs) {
    List<List<String>> rows = new ArrayList<>();
    for (RunRow run : runs) {
      rows.add(
          List.of(
              DAY.format(run.day()).replace(" ", "\u00a0"),
              Markdown.text(name(run)),
              number(run.km(), Unit.RUN_KILOMETRES),
              number(run.paceSPerKm(), Unit.PACE),
              number(run.avgHrBpm(), Unit.BEATS),
              number(run.effort(), Unit.EFFORT_NOTED)));
    }
    return Markdown.table(List.of("day", "run", units == Units.METRIC ? "km" : "mi", "pace", "HR", "effort"), rows);
  }

  String shown(List<RunRow> runs) {
    return Markdown.table(
        List.of("day", "run", units == Units.METRIC ? "km" : "mi", "pace"),
        runs.stream()
            .map(
                run ->
                    List.of(
                        DAY.format(run.day()).replace(" ", "\u00a0"), Markdown.text(name(run)), number(run.km(), Unit.RUN_KILOMETRES), number(run.paceSPerKm(), Unit.PACE)))
            .toList());
  }

  /** Its name, else what kind of run it was. */
  private static String name(RunRow run) {
    String kind = run.type() == null ? "run" : run.type().equals("interval") ? "repeats" : run.type().equals("race") ? "race" : run.type() + " run";
    String name = run.name() == null || run.name().isBlank() ? kind : run.name();
    String shortened = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    return shortened + (run.isRace() && run.name() != null ? " (race)" : "");
  }

  private String number(Double value, Unit unit) {
    Quantity quantity = Quantity.ofNullable(value, unit);
    return quantity == null ? "–" : quantity.number(units);
  }
}
