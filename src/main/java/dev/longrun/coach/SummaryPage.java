package dev.longrun.coach;

import dev.longrun.log.Source;
import dev.longrun.report.Figures;
import dev.longrun.report.Markdown;
import dev.longrun.report.SourceFreshness;
import java.util.List;
import java.util.stream.Collectors;

/** The Markdown of a weekly summary: how fresh the data is, the coach's words, the facts, the runs. */
final class SummaryPage {
  /** The heading of what is erased after seven days, here too. */
  static final String NOT_COUNTED = "## Not counted (Strava API)";

  private SummaryPage() {}

  /**
   * @param words of the coach, or a line that says why there are none
   * @param silent connected sources that have not answered since the week ended
   */
  static String of(Week week, FactSheet sheet, String words, List<SourceFreshness> silent) {
    StringBuilder page = new StringBuilder("# Week " + week.period() + ": " + week.dates() + "\n\n");
    page.append(FactPages.freshness(sheet)).append('\n');
    if (!silent.isEmpty()) {
      page.append(incomplete(silent)).append("\n\n");
    }
    page.append("## The coach\n\n").append(words).append("\n\n");
    page.append("## Facts\n\n").append(FactPages.factTable(sheet)).append("\n\n");
    boolean none = sheet.runs().isEmpty() && !silent.isEmpty();
    page.append("## Runs\n\n").append(none ? "No run of the week is known, which is not to say that there was none." : FactPages.runTable(sheet.runs())).append('\n');
    if (!sheet.notCounted().isEmpty()) {
      page.append("\n" + NOT_COUNTED + "\n\n").append(notCounted(sheet.notCounted())).append('\n');
    }
    return page.toString();
  }

  private static String incomplete(List<SourceFreshness> silent) {
    String names =
        silent.stream().filter(source -> source.source() != Source.FILE).map(source -> source.source().title()).collect(Collectors.joining(" and "));
    String who = names.isEmpty() ? "no file has been imported" : names + (silent.size() == 1 ? " has" : " have") + " not answered";
    return "**Incomplete:** " + who + " since the week ended, so runs may be missing. There is no verdict on load or form.";
  }

  static String notCounted(List<RunLine> runs) {
    return Markdown.table(
        RunLine.SHORT_HEADER,
        runs.stream()
            .map(
                run ->
                    List.of(
                        run.day().toString(),
                        Markdown.text(run.shortName()),
                        Figures.decimal(run.km(), 2),
                        Figures.duration(run.movingS()),
                        Figures.pace(run.paceSPerKm())))
            .toList());
  }
}
