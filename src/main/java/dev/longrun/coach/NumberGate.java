package dev.longrun.coach;

import dev.longrun.coach.FoundNumber.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a number of the model pass only when it comes from a fact, the question or a remembered text: nothing is invented.
 * Rounding to the digits shown and the usual changes of unit are allowed, calculating is not. Immutable.
 */
final class NumberGate {
  /** Seconds are compared as they are shown: in whole ones. */
  private static final double EXACT = 1e-6;

  private static final Pattern ISO_DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?][\"')*_]{0,3})\\s+(?=[\\p{Lu}\\d\"'(*_])");
  private static final int SHORTEST_NAME = 4;

  private final List<Quantity> known = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final DateScanner dates;

  /** @param anyUnit a number of a text that says no unit */
  private record Quantity(double value, Dimension dimension, boolean anyUnit) {}

  /** @param texts the question and what was remembered, as the model saw it */
  NumberGate(FactSheet sheet, List<String> texts) {
    for (Fact fact : sheet.facts()) {
      addFact(fact);
    }
    for (RunLine run : sheet.runs()) {
      addRun(run);
    }
    List<LocalDate> others = new ArrayList<>();
    for (Fact fact : sheet.facts()) {
      addDays(fact.label() + " " + fact.note(), others);
    }
    for (String text : texts) {
      addDays(text, others);
      NumberScanner.scan(DateScanner.withoutDates(text)).forEach(this::addFromText);
    }
    this.dates = new DateScanner(sheet.from(), sheet.to(), others);
  }

  /** The numbers that come from nowhere, as written. */
  Set<String> untraceable(String words) {
    Set<String> found = new LinkedHashSet<>();
    for (FoundNumber number : NumberScanner.scan(dates.withoutKnownDates(withoutNames(words)))) {
      if (!number.harmless() && number.readings().stream().noneMatch(this::isKnown)) {
        found.add(number.text());
      }
    }
    return found;
  }

  /** The words without every sentence that holds such a number. */
  GatedWords drop(String words) {
    Set<String> numbers = new LinkedHashSet<>();
    List<String> lines = new ArrayList<>();
    int dropped = 0;
    for (String line : words.split("\n", -1)) {
      List<String> kept = new ArrayList<>();
      for (String sentence : SENTENCE_END.split(line)) {
        Set<String> found = untraceable(sentence);
        numbers.addAll(found);
        if (found.isEmpty()) {
          kept.add(sentence);
        } else {
          dropped++;
        }
      }
      boolean somethingLeft = kept.stream().anyMatch(NumberGate::saysSomething);
      if (line.isBlank() || somethingLeft) {
        lines.add(String.join(" ", kept));
      }
    }
    return new GatedWords(String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip(), dropped, List.copyOf(numbers));
  }

  private static boolean saysSomething(String sentence) {
    return sentence.codePoints().anyMatch(Character::isLetter);
  }

  private boolean isKnown(Reading reading) {
    return known.stream().anyMatch(quantity -> matches(quantity, reading));
  }

  private static boolean matches(Quantity quantity, Reading reading) {
    if (quantity.anyUnit()) {
      // "Is 57 too much?" may come back as 57 km.
      return reading.factor() > 0
          && near(quantity.value(), reading.value() / reading.factor(), reading.tolerance() / reading.factor());
    }
    if (reading.dimension() == Dimension.PLAIN) {
      double unit = naturalUnit(quantity.dimension());
      return unit > 0 && near(quantity.value() / unit, reading.value(), reading.tolerance());
    }
    boolean seconds = quantity.dimension() == Dimension.TIME || quantity.dimension() == Dimension.PACE;
    double value = seconds && reading.tolerance() < 1 ? Math.round(quantity.value()) : quantity.value();
    return quantity.dimension() == reading.dimension() && near(value, reading.value(), reading.tolerance());
  }

  /** In which unit people write a number without saying it; 0: they always say it. */
  private static double naturalUnit(Dimension dimension) {
    return switch (dimension) {
      case DISTANCE -> 1000;
      case TIME, PACE -> 0;
      default -> 1;
    };
  }

  // "Minus 5.2" and "-5.2" are the same form.
  private static boolean near(double known, double written, double tolerance) {
    return Math.abs(Math.abs(known) - Math.abs(written)) <= tolerance + EXACT;
  }

  private String withoutNames(String words) {
    String rest = words;
    for (String name : names) {
      rest = rest.replaceAll("(?i)(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])", "name");
    }
    return rest;
  }

  // "Give me 3 tips" is no licence for 3 km.
  private void addFromText(FoundNumber number) {
    for (Reading reading : number.readings()) {
      known.add(new Quantity(reading.value(), reading.dimension(), reading.dimension() == Dimension.PLAIN && !number.harmless()));
    }
  }

  private void addFact(Fact fact) {
    if (fact.value() != null) {
      add(fact.value(), fact.unit());
    }
    if (fact.sample() != null) {
      add(fact.sample().doubleValue(), "");
    }
    // What the conditions say in numbers: "limit 600 km", "the last 28 days".
    String conditions = (fact.note() == null ? "" : fact.note()) + " " + fact.period();
    NumberScanner.scan(DateScanner.withoutDates(conditions)).stream()
        .flatMap(number -> number.readings().stream())
        .forEach(reading -> known.add(new Quantity(reading.value(), reading.dimension(), false)));
    int name = fact.label().lastIndexOf(", ");
    if (name > 0) {
      addName(fact.label().substring(0, name).replaceFirst("^(shoe|race) ", "").replaceFirst(" on \\d{4}-\\d{2}-\\d{2}$", ""));
    }
  }

  private void addRun(RunLine run) {
    add(run.km(), "km");
    add(run.movingS(), "s");
    add(run.paceSPerKm(), "s/km");
    add(run.avgHrBpm(), "bpm");
    add(run.effort(), "/10");
    add(run.feel(), "/5");
    add(run.load(), "load");
    add(run.temperatureC(), "°C");
    addName(run.shortName());
    if (run.shoe() != null) {
      addName(run.shoe());
    }
  }

  private void add(Double value, String unit) {
    if (value == null) {
      return;
    }
    known.add(
        switch (unit) {
          case "km" -> new Quantity(value * 1000, Dimension.DISTANCE, false);
          case "s" -> new Quantity(value, Dimension.TIME, false);
          case "s/km" -> new Quantity(value, Dimension.PACE, false);
          case "bpm" -> new Quantity(value, Dimension.HEART_RATE, false);
          case "°C" -> new Quantity(value, Dimension.TEMPERATURE, false);
          default -> new Quantity(value, Dimension.PLAIN, false);
        });
    if (unit.equals("/10") || unit.equals("/5")) {
      known.add(new Quantity(unit.equals("/10") ? 10 : 5, Dimension.PLAIN, false));
    }
  }

  private void addName(String name) {
    // "42" or "20 km" is no name whose digits may stand anywhere.
    if (name.length() >= SHORTEST_NAME && NumberScanner.withoutNumbers(name).codePoints().filter(Character::isLetter).count() >= 2) {
      names.add(name);
    }
  }

  private static void addDays(String text, List<LocalDate> days) {
    Matcher matcher = ISO_DAY.matcher(text);
    while (matcher.find()) {
      try {
        days.add(LocalDate.parse(matcher.group()));
      } catch (java.time.format.DateTimeParseException e) {
        continue;
      }
    }
  }
}
