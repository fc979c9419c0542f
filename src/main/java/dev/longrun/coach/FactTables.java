package dev.longrun.coach;

import dev.longrun.report.Markdown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts as tables a person can compare at a glance: one for what is known of several periods, one for each kind of thing of which
 * several facts are known (shoes, races, weeks), and one for the rest.
 *
 * <p>The ids say which is which: {@code week.distance} is a measure of a period, {@code log.shoe-3.km} an aspect of a thing, whose
 * label reads {@code thing, aspect}.
 */
final class FactTables {
  private FactTables() {}

  static String of(List<Fact> facts) {
    List<String> tables = new ArrayList<>();
    Set<Fact> compared = compared(facts);
    if (!compared.isEmpty()) {
      tables.add(comparison(compared));
    }
    List<Fact> single = facts.stream().filter(fact -> !compared.contains(fact) && !isAspect(fact)).toList();
    if (!single.isEmpty()) {
      tables.add(list(single));
    }
    kinds(facts).forEach(kind -> tables.add(things(kind)));
    return String.join("\n\n", tables);
  }

  private static Set<Fact> compared(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> !isAspect(fact))
        .collect(Collectors.groupingBy(FactTables::lastPart, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .flatMap(Collection::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String comparison(Set<Fact> facts) {
    List<String> periods = facts.stream().map(Fact::period).distinct().toList();
    Map<String, Map<String, Fact>> rows = new LinkedHashMap<>();
    facts.forEach(fact -> rows.computeIfAbsent(lastPart(fact), measure -> new LinkedHashMap<>()).put(fact.period(), fact));
    Map<String, Map<String, Fact>> labelled = new LinkedHashMap<>();
    rows.values().forEach(row -> labelled.put(row.values().iterator().next().label(), row));
    return table(periods, labelled);
  }

  private static String list(List<Fact> facts) {
    return Markdown.table(
        List.of("Fact", "Period", "Value"),
        facts.stream().map(fact -> List.of(Markdown.text(fact.label()), fact.period(), Markdown.text(fact.shown()))).toList());
  }

  /** The aspects of things, things of one kind together: they have the same aspects. */
  private static Collection<List<Fact>> kinds(List<Fact> facts) {
    return facts.stream()
        .filter(FactTables::isAspect)
        .collect(Collectors.groupingBy(FactTables::kind, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static String things(List<Fact> facts) {
    Map<String, Map<String, Fact>> rows = new LinkedHashMap<>();
    for (Fact fact : facts) {
      int comma = fact.label().lastIndexOf(", ");
      rows.computeIfAbsent(fact.label().substring(0, comma), thing -> new LinkedHashMap<>()).put(fact.label().substring(comma + 2), fact);
    }
    List<String> aspects = rows.values().stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    return table(aspects, rows);
  }

  private static String table(List<String> columns, Map<String, Map<String, Fact>> rows) {
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(columns);
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(
        (name, facts) -> {
          List<String> row = new ArrayList<>(List.of(Markdown.text(name)));
          columns.forEach(column -> row.add(facts.containsKey(column) ? Markdown.text(facts.get(column).shown()) : ""));
          cells.add(row);
        });
    return Markdown.table(header, cells);
  }

  private static boolean isAspect(Fact fact) {
    return fact.id().split("\\.").length > 2;
  }

  private static String kind(Fact fact) {
    return fact.id().split("\\.")[1].replaceAll("-.*", "");
  }

  private static String lastPart(Fact fact) {
    return fact.id().substring(fact.id().lastIndexOf('.') + 1);
  }
}
