package dev.longrun.coach.topics;

import dev.longrun.coach.topics.Examples.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the topic of a question: by its likeness to the examples of each, together with what {@link TopicRules} make of the recognised
 * words. Likeness is that of meaning (all-MiniLM-L6-v2); when the model cannot be loaded, that of words. Thread-safe.
 */
final class TopicPlacer {
  private static final Logger LOG = LoggerFactory.getLogger(TopicPlacer.class);
  /** Less like every example than this, a question is about something else. */
  private static final double LEAST_LIKENESS = 0.38;
  /** One near example can be chance; three are none. */
  private static final double[] WEIGHTS = {0.5, 0.3, 0.2};
  private static final int SHORTEST_TYPED = 4;

  private final Examples examples = new Examples();
  private final Vectors vectors;
  private List<float[]> known;
  private boolean away;

  /** @param likeness how like the question is to the topic's examples, with what the rules add; 0 to about 1 */
  record Placed(Topic topic, double likeness) {}

  TopicPlacer(Vectors vectors) {
    this.vectors = vectors;
  }

  Examples examples() {
    return examples;
  }

  Placed place(String wording, Cues cues) {
    double[] likeness = likeness(corrected(wording));
    Map<Topic, List<Double>> byTopic = new EnumMap<>(Topic.class);
    double most = 0;
    for (int i = 0; i < likeness.length; i++) {
      byTopic.computeIfAbsent(examples.all().get(i).topic(), topic -> new ArrayList<>()).add(likeness[i]);
      most = Math.max(most, likeness[i]);
    }
    Map<Topic, Double> added = TopicRules.added(cues);
    Topic best = Topic.GENERAL;
    double bestScore = 0;
    double bestAdded = 0;
    for (Map.Entry<Topic, List<Double>> entry : byTopic.entrySet()) {
      List<Double> nearest = entry.getValue();
      nearest.sort(Collections.reverseOrder());
      double score = added.getOrDefault(entry.getKey(), 0.0);
      for (int i = 0; i < WEIGHTS.length; i++) {
        score += WEIGHTS[i] * nearest.get(i);
      }
      if (score > bestScore) {
        best = entry.getKey();
        bestScore = score;
        bestAdded = added.getOrDefault(entry.getKey(), 0.0);
      }
    }
    boolean far = most < LEAST_LIKENESS && bestAdded < 0.2;
    return far ? new Placed(Topic.GENERAL, most) : new Placed(best, Math.min(1, bestScore));
  }

  /** Loads the model, so that the first question need not wait for it. */
  void warmUp() {
    likeness("how far did i run");
  }

  private double[] likeness(String wording) {
    List<float[]> all = exampleVectors();
    double[] likeness = new double[examples.all().size()];
    try {
      float[] vector = all == null ? null : vectors.of(wording);
      for (int i = 0; i < likeness.length; i++) {
        likeness[i] = vector == null ? shared(wording, examples.all().get(i).wording()) : dot(vector, all.get(i));
      }
    } catch (Exception e) {
      LOG.warn("A question is read by its words alone: {}", e.getMessage());
      for (int i = 0; i < likeness.length; i++) {
        likeness[i] = shared(wording, examples.all().get(i).wording());
      }
    }
    return likeness;
  }

  /** Null when the model is not there. */
  private synchronized List<float[]> exampleVectors() {
    if (known == null && !away) {
      try {
        List<float[]> all = new ArrayList<>();
        Map<String, float[]> stored = ExampleVectors.read();
        for (Example example : examples.all()) {
          float[] vector = stored.get(ExampleVectors.key(example.wording()));
          all.add(vector == null ? vectors.of(example.wording()) : vector);
        }
        known = all;
      } catch (Exception | LinkageError e) {
        away = true;
        LOG.warn("Questions are read by their words alone: {}", e.getMessage());
      }
    }
    return known;
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
      first += one[i] * one[i];
      second += other[i] * other[i];
    }
    return first == 0 || second == 0 ? 0 : sum / Math.sqrt(first * second);
  }

  /** Words in common, of all the words of both (Dice 1945). */
  private static double shared(String one, String other) {
    Map<String, Integer> words = new HashMap<>();
    Set<String> first = new HashSet<>(List.of(one.split("[^\\p{L}\\p{N}]+")));
    Set<String> second = new HashSet<>(List.of(other.split("[^\\p{L}\\p{N}]+")));
    int common = 0;
    for (String word : first) {
      common += second.contains(word) ? 1 : 0;
      words.merge(word, 1, Integer::sum);
    }
    return first.size() + second.size() == 0 ? 0 : 2.0 * common / (first.size() + second.size());
  }

  /** Words that no example knows, but for a slip, as the examples write them. */
  private String corrected(String wording) {
    Tokens tokens = Tokens.of(wording);
    StringBuilder corrected = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.word(i);
      if (tokens.at(i).isWord() && word.length() >= SHORTEST_TYPED && !examples.vocabulary().contains(word)) {
        String meant = Spelling.meant(word, examples.vocabulary());
        word = meant == null ? word : meant;
      }
      corrected.append(corrected.length() > 0 && !tokens.at(i).glued() ? " " : "").append(word);
    }
    return corrected.toString();
  }
}
