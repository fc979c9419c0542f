package dev.longrun.analysis;

import dev.longrun.metrics.trend.Estimate;
import dev.longrun.metrics.trend.Finding;
import dev.longrun.metrics.trend.ShoeComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Is the runner faster in one shoe than in another? */
final class ShoeSection {
  private ShoeSection() {}

  static Section of(AnalysedLog log) {
    long noted = log.runs().stream().filter(run -> run.shoe() != null).count();
    if (noted == 0) {
      return Section.missing(
          "Speed by shoe", "No run of the last %d years has a noted shoe. Note it in Garmin Connect or Strava (gear).".formatted(AnalysedLog.YEARS));
    }
    ShoeComparison comparison = ShoeComparison.of(log.runs());
    List<Passage> passages = new ArrayList<>();
    passages.add(
        Passage.prose(
            "%d of %s have a noted shoe. %s"
                .formatted(
                    noted,
                    Say.count(log.runs().size(), "run"),
                    comparison.reference() == null
                        ? "No shoe has the %d comparable runs that a comparison takes.".formatted(ShoeComparison.LEAST_RUNS)
                        : "Each shoe is compared with the most worn one, %s: at one heart rate, races left out, intervals 95 %%."
                            .formatted(comparison.reference()))));
    if (comparison.differences().isEmpty()) {
      passages.add(Passage.prose("There is only one shoe to look at, so nothing can be compared."));
    } else {
      passages.addAll(Say.findings(comparison.differences().values().toArray(Finding[]::new)));
    }
    if (Stream.of(comparison).flatMap(all -> all.differences().values().stream()).anyMatch(Estimate.class::isInstance)) {
      passages.add(
          Passage.prose(
              "Fast shoes go to fast days, which the kind of session allows for only in part. A difference of one per cent cannot be seen in"
                  + " training runs; running a flat loop in pairs, A/B/B/A on one day, could show it. Nothing is said about injuries."));
    }
    return new Section("Speed by shoe", passages);
  }
}
