package dev.longrun.coach;

import dev.longrun.report.Markdown;
import dev.longrun.report.SourceFreshness;
import java.util.List;
import java.util.stream.Collectors;

/** The parts that the pages of answers and summaries share. */
final class FactPages {
  private FactPages() {}

  /** How fresh each source is: the first thing on every page. */
  static String freshness(FactSheet sheet) {
    return sheet.freshness().stream()
        .map(source -> "- " + Markdown.text(source.sentence()))
        .collect(Collectors.joining("\n", "How fresh the data is:\n\n", "\n"));
  }

  static List<String> freshnessLines(FactSheet sheet) {
    return sheet.freshness().stream().map(SourceFreshness::sentence).toList();
  }

  static String factTable(FactSheet sheet) {
    return FactTables.of(sheet.facts());
  }

  static String runTable(List<RunLine> runs) {
    return runs.isEmpty() ? "No runs." : Markdown.table(RunLine.HEADER, runs.stream().map(RunLine::cells).toList());
  }

  static List<String> factLines(FactSheet sheet) {
    return sheet.facts().stream().map(Fact::line).toList();
  }

  static List<String> runLines(FactSheet sheet) {
    return sheet.runs().stream().map(RunLine::line).toList();
  }
}
