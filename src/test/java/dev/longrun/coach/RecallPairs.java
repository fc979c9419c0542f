package dev.longrun.coach;

import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The labelled pairs of questions and the conversations they should bring back, and how many of them a memory finds. */
final class RecallPairs {
  /** Farther than any two vectors are from each other. */
  private static final double ANY_DISTANCE = 5;

  private RecallPairs() {}

  /** @param asked empty for a conversation that nobody should be reminded of */
  record Row(String reference, String asked, String kind, int days, String earlier, String shortAnswer) {
    String id() {
      return kind + ":" + reference;
    }
  }

  /**
   * How many of the pairs are recalled at three.
   *
   * @param byRules as {@link MemoryRules} choose
   * @param byDistance the nearest three below the largest distance
   * @param byRulesAnyFar as the rules choose without a largest distance
   * @param tooFar pairs that are at the largest distance or farther
   * @param used memories that the rules used in all
   * @param usedAnyFar the same without a largest distance
   */
  record Measured(int pairs, int byRules, int byDistance, int byRulesAnyFar, int tooFar, int used, int usedAnyFar) {}

  static List<Row> read() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream file = RecallPairs.class.getResourceAsStream("/memory/pairs.tsv")) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).skip(1).toList();
      for (String line : lines) {
        String[] cells = line.split("\t", -1);
        rows.add(new Row("r" + rows.size(), cells[0], cells[1], Integer.parseInt(cells[2]), cells[3].isEmpty() ? null : cells[3], cells[4]));
      }
    }
    return rows;
  }

  static Measured measure(List<Row> rows, MemoryIndex index, Embedder embedder, Settings.Memory memory, Instant askedAt) throws MemoryAway {
    Map<String, Row> byId = rows.stream().collect(Collectors.toMap(Row::id, Function.identity()));
    Duration window = Duration.ofDays(memory.windowDays());
    MemoryRules rules = new MemoryRules(window, memory.topK(), memory.maxDistance());
    MemoryRules anyFar = new MemoryRules(window, memory.topK(), ANY_DISTANCE);
    int[] counts = new int[7];
    for (Row row : rows.stream().filter(one -> !one.asked().isEmpty()).toList()) {
      List<Memory.Candidate> near =
          index.nearest(embedder.embed(row.asked()), askedAt.minus(window), askedAt).stream()
              .map(hit -> candidate(byId.get(hit.id()), hit.distance(), askedAt))
              .toList();
      List<Memory.Candidate> chosen = rules.choose(near, Optional.empty(), askedAt).used();
      List<Memory.Candidate> chosenAnyFar = anyFar.choose(near, Optional.empty(), askedAt).used();
      List<Memory.Candidate> nearest = near.stream().filter(one -> one.distance() < memory.maxDistance()).limit(memory.topK()).toList();
      counts[0]++;
      counts[1] += has(chosen, row);
      counts[2] += has(nearest, row);
      counts[3] += has(chosenAnyFar, row);
      counts[4] += has(near.stream().filter(one -> one.distance() >= memory.maxDistance()).toList(), row);
      counts[5] += chosen.size();
      counts[6] += chosenAnyFar.size();
    }
    return new Measured(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
  }

  private static int has(List<Memory.Candidate> some, Row row) {
    return some.stream().anyMatch(one -> one.reference().equals(row.reference())) ? 1 : 0;
  }

  private static Memory.Candidate candidate(Row row, double distance, Instant askedAt) {
    return new Memory.Candidate(
        row.kind(), row.reference(), askedAt.minus(Duration.ofDays(row.days())), row.earlier(), row.shortAnswer(), distance);
  }
}
