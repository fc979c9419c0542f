package dev.longrun.coach.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.quantity.Dimension;
import dev.longrun.quantity.Units;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a summary printed, so that a later look can tell what has changed and whether it matters: a run more or less, another shoe or
 * race, or a printed number that moved by a kilometre or by two in a hundred.
 *
 * @param formulas the versions of all formulas in force: when they change, nothing is said again by itself
 */
record Digest(int formulas, Map<String, Printed> numbers, Map<String, Run> runs) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final double MATERIAL_KM = 1;
  private static final double MATERIAL_SHARE = 0.02;

  /** What neither effort and feel nor the weather can move; loads, kinds of run and shares of time they can. */
  private static final Set<String> MEASURED = Set.of(Dimension.DISTANCE.name(), Dimension.PACE.name(), Dimension.TIME.name());

  /** @param name for people */
  record Printed(String name, String unit, double value, String shown) {}

  /** @param said effort, feel and weather, which change by themselves or are noted late */
  record Run(String day, String shoe, boolean race, String said) {
    static Run of(RunRow run) {
      return new Run(run.day().toString(), run.shoe(), run.isRace(), run.effort() + " " + run.feel() + " " + run.temperatureC());
    }

    boolean isTheSameAs(Run other) {
      return other != null && Objects.equals(shoe, other.shoe) && race == other.race;
    }
  }

  static Digest of(int formulas, List<Fact> facts, List<RunRow> runs, Units units) {
    Map<String, Printed> numbers = new LinkedHashMap<>();
    facts.stream()
        .filter(fact -> fact.quantity() != null && !fact.id().startsWith("goal."))
        .forEach(
            fact ->
                numbers.put(
                    fact.id(),
                    new Printed(fact.aspect(), fact.quantity().unit().dimension().name(), fact.quantity().rounded(), fact.quantity().shown(units))));
    Map<String, Run> rows = new LinkedHashMap<>();
    // A run's number on its day may change; its start does not.
    runs.forEach(run -> rows.put(run.startedAt(), Run.of(run)));
    return new Digest(formulas, numbers, rows);
  }

  /** What a reader of the earlier summary would want to hear, in sentences; empty when nothing of weight has changed. */
  List<String> materialChangesSince(Digest before) {
    List<String> changes = new ArrayList<>();
    long more = runs.keySet().stream().filter(start -> !before.runs.containsKey(start)).count();
    long fewer = before.runs.keySet().stream().filter(start -> !runs.containsKey(start)).count();
    if (more > 0) {
      changes.add(more == 1 ? "a run was added" : more + " runs were added");
    }
    if (fewer > 0) {
      changes.add(fewer == 1 ? "a run is gone" : fewer + " runs are gone");
    }
    runs.forEach(
        (start, run) -> {
          Run was = before.runs.get(start);
          if (was != null && !Objects.equals(was.shoe(), run.shoe())) {
            changes.add("the run of " + day(run) + " has another shoe");
          }
          if (was != null && was.race() != run.race()) {
            changes.add("the run of " + day(run) + (run.race() ? " is a race" : " is no race"));
          }
        });
    boolean saidAlone = changes.isEmpty() && runs.entrySet().stream().anyMatch(run -> isSaidOtherwise(run.getValue(), before.runs.get(run.getKey())));
    numbers.forEach(
        (id, number) -> {
          Printed was = before.numbers.get(id);
          if (was != null && isMaterial(was, number) && !(saidAlone && !MEASURED.contains(number.unit()))) {
            changes.add(number.name() + " is " + number.shown() + ", not " + was.shown());
          }
        });
    return changes;
  }

  private static String day(Run run) {
    return DAY.format(LocalDate.parse(run.day()));
  }

  /** The same runs with the same shoes and races. */
  boolean hasTheRunsOf(Digest before) {
    return runs.keySet().equals(before.runs.keySet()) && runs.entrySet().stream().allMatch(run -> run.getValue().isTheSameAs(before.runs.get(run.getKey())));
  }

  private static boolean isSaidOtherwise(Run now, Run was) {
    return was != null && !Objects.equals(was.said(), now.said());
  }

  private static boolean isMaterial(Printed was, Printed now) {
    double change = Math.abs(now.value() - was.value());
    boolean kilometre = now.unit().equals("DISTANCE") && change >= MATERIAL_KM;
    // What the runner noted late is worth a new table, not a new text.
    boolean noted = now.unit().equals("EFFORT") || now.unit().equals("FEEL") || now.unit().startsWith("TEMPERATURE");
    return !noted && !now.shown().equals(was.shown()) && (kilometre || change > MATERIAL_SHARE * Math.abs(was.value()) && change > 0.5);
  }

  String json() {
    ObjectNode root = JSON.createObjectNode().put("formulas", formulas);
    ObjectNode byId = root.putObject("numbers");
    numbers.forEach(
        (id, number) -> byId.putObject(id).put("name", number.name()).put("unit", number.unit()).put("value", number.value()).put("shown", number.shown()));
    ObjectNode byStart = root.putObject("runs");
    runs.forEach((start, run) -> byStart.putObject(start).put("day", run.day()).put("shoe", run.shoe()).put("race", run.race()).put("said", run.said()));
    return root.toString();
  }

  /** Null for null: a summary of a version that kept no digest. */
  static Digest read(String json) {
    if (json == null) {
      return null;
    }
    try {
      JsonNode root = JSON.readTree(json);
      Map<String, Printed> numbers = new LinkedHashMap<>();
      root.path("numbers")
          .fields()
          .forEachRemaining(
              entry ->
                  numbers.put(
                      entry.getKey(),
                      new Printed(
                          entry.getValue().path("name").asText(), entry.getValue().path("unit").asText(), entry.getValue().path("value").asDouble(),
                          entry.getValue().path("shown").asText())));
      Map<String, Run> runs = new LinkedHashMap<>();
      root.path("runs")
          .fields()
          .forEachRemaining(
              entry ->
                  runs.put(
                      entry.getKey(),
                      new Run(
                          entry.getValue().path("day").asText(),
                          entry.getValue().path("shoe").isTextual() ? entry.getValue().path("shoe").asText() : null,
                          entry.getValue().path("race").asBoolean(),
                          entry.getValue().path("said").asText())));
      return new Digest(root.path("formulas").asInt(), numbers, runs);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The digest of a summary is JSON of our own", e);
    }
  }
}
