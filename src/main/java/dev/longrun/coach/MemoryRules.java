package dev.longrun.coach;

import dev.longrun.coach.Memory.Candidate;
import dev.longrun.coach.Recollection.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which conversations a question reminds of: near enough, the newer of two about equally near ones first, at most one summary
 * among the best, a question that was asked several times once, and always the last question of the past day.
 *
 * @param maxDistance squared Euclidean distance of unit vectors; a candidate at it or farther is dropped
 */
record MemoryRules(Duration window, int topK, double maxDistance) {
  /** What the whole window's age weighs against distance: it decides between about equally near ones only. */
  private static final double AGE_WEIGHT = 0.1;

  private static final String REPEATED = "the same question was asked again later";

  /** @param last the last question of the past 24 hours, so that a follow-up question works */
  Recollection choose(List<Candidate> candidates, Optional<Candidate> last, Instant askedAt) {
    List<Candidate> best = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    List<Candidate> ranked = candidates.stream().sorted(Comparator.comparingDouble(candidate -> rank(candidate, askedAt))).toList();
    for (Candidate candidate : ranked) {
      if (candidate.distance() >= maxDistance) {
        refused.add(new Refused(candidate, String.format(Locale.ROOT, "too far: %.2f", candidate.distance())));
      } else if (candidate.isSummary() && best.stream().anyMatch(Candidate::isSummary)) {
        refused.add(new Refused(candidate, "a nearer summary is used"));
      } else if (best.stream().anyMatch(candidate::repeats)) {
        refused.add(new Refused(keepNewer(best, candidate), REPEATED));
      } else if (best.size() >= topK) {
        refused.add(new Refused(candidate, "not among the nearest"));
      } else {
        best.add(candidate);
      }
    }
    last.filter(candidate -> best.stream().noneMatch(candidate::isSame))
        .ifPresent(
            candidate -> {
              if (best.stream().anyMatch(candidate::repeats)) {
                refused.add(new Refused(keepNewer(best, candidate), REPEATED));
              } else {
                best.add(candidate);
              }
            });
    refused.removeIf(one -> best.stream().anyMatch(one.memory()::isSame));
    best.sort(Comparator.comparing(Candidate::heldAt).thenComparing(Candidate::reference));
    return new Recollection(List.copyOf(best), List.copyOf(refused), null);
  }

  /** The newest answer to a question is the one that counts, in the place of the nearest. */
  private static Candidate keepNewer(List<Candidate> best, Candidate candidate) {
    int place = IntStream.range(0, best.size()).filter(i -> candidate.repeats(best.get(i))).findFirst().orElseThrow();
    Candidate held = best.get(place);
    if (candidate.heldAt().isBefore(held.heldAt())) {
      return candidate;
    }
    best.set(place, candidate);
    return held;
  }

  private double rank(Candidate candidate, Instant askedAt) {
    double age = Duration.between(candidate.heldAt(), askedAt).toSeconds();
    return candidate.distance() + AGE_WEIGHT * age / window.toSeconds();
  }
}
