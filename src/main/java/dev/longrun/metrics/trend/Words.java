package dev.longrun.metrics.trend;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns findings into sentences. */
final class Words {
  private Words() {}

  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** With one space between, without the empty ones. */
  static String join(String... sentences) {
    return Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
  }

  /** {@code a, b and c}. */
  static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1 ? String.join("", items) : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** No more decimals than an uncertainty of this size deserves. */
  static int decimals(double halfWidth) {
    return halfWidth <= 0 || !Double.isFinite(halfWidth)
        ? 1
        : (int) Math.max(0, Math.min(5, Math.ceil(0.3 - Math.log10(halfWidth))));
  }

  static String number(double value, int decimals, boolean signed) {
    String text = String.format(Locale.ROOT, (signed ? "%+." : "%.") + decimals + "f", value);
    return text.replaceFirst("^[+-](0(?:\\.0+)?)$", "$1").replace('-', '−');
  }
}
