package dev.longrun.analysis;

import dev.longrun.metrics.trend.Estimate;
import dev.longrun.metrics.trend.Finding;
import dev.longrun.report.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns numbers and findings into words. Null, which means missing, becomes a dash. */
final class Say {
  private Say() {}

  /** Every finding as a point, then what holds beside the numbers, each remark once. */
  static List<Passage> findings(Finding... findings) {
    List<String> sentences = new ArrayList<>();
    Set<String> remarks = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (!sentences.contains(finding.sentence())) {
        sentences.add(finding.sentence());
      }
      if (finding instanceof Estimate estimate) {
        remarks.addAll(estimate.caveats());
      }
    }
    List<Passage> passages = new ArrayList<>(List.of(Passage.points(sentences)));
    if (!remarks.isEmpty()) {
      passages.add(Passage.prose(String.join(" ", remarks)));
    }
    return passages;
  }

  /** {@code 1 run}, {@code 2 runs}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static String km(Double metres) {
    return Figures.decimal(metres == null ? null : (Double) (metres / 1000), 1);
  }

  static String hours(Double seconds) {
    return Figures.decimal(seconds == null ? null : (Double) (seconds / 3600), 1);
  }

  /** With its sign, {@code −} for less. */
  static String signed(Double number, int digits) {
    if (number == null) {
      return Figures.decimal(null, digits);
    }
    String text = String.format(Locale.ROOT, "%+." + digits + "f", number);
    return text.matches("[+-]0(\\.0+)?") ? text.substring(1) : text.replace('-', '−');
  }

  /** {@code +1:23} minutes and seconds, {@code −} for faster. */
  static String difference(double seconds) {
    return (seconds < 0 ? "−" : "+") + Figures.duration(Math.abs(seconds));
  }

  static String text(String text) {
    return text == null ? Figures.decimal(null, 0) : text;
  }
}
