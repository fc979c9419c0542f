package dev.longrun.benchmark;

import dev.longrun.analysis.Analysis;
import dev.longrun.analysis.AnalysisQuestion;
import dev.longrun.log.Database;
import dev.longrun.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each page of {@code longrun analyse} takes on a log, from the question to the text. */
final class Pages {
  private static final int WARM_UP = 3;
  private static final int TIMES = 7;

  private Pages() {}

  /** @return the median milliseconds of each page */
  static Map<AnalysisQuestion, Double> milliseconds(Settings settings) {
    Analysis analysis = new Analysis(settings, Database.reading(Database.readOnly(settings.home().resolve("longrun.db"))));
    Map<AnalysisQuestion, Double> medians = new LinkedHashMap<>();
    for (AnalysisQuestion question : AnalysisQuestion.values()) {
      List<Double> millis = new ArrayList<>();
      for (int i = -WARM_UP; i < TIMES; i++) {
        long start = System.nanoTime();
        analysis.page(question).text();
        if (i >= 0) {
          millis.add((System.nanoTime() - start) / 1e6);
        }
      }
      medians.put(question, millis.stream().sorted().toList().get(TIMES / 2));
    }
    return medians;
  }
}
