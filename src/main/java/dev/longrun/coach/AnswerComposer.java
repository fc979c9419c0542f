package dev.longrun.coach;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.advice.AdviceBook;
import dev.longrun.coach.findings.Catalogue;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.Strength;
import dev.longrun.coach.pictures.Pictures;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Reading;
import dev.longrun.coach.topics.Topic;
import dev.longrun.report.plot.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses what is said to a question: the answer first, what bears it out, advice, and the one thing worth knowing. */
final class AnswerComposer {
  /** With the answer itself and the advice at most ten lines. */
  private static final int MOST_FINDINGS = 6;

  private static final int MOST_OF_TWO = 3;
  private static final int MOST_ADVICE = 2;

  /** What was run before today is known at the earliest this many days later. */
  private static final int USUAL_DAYS_BEHIND = 1;

  /** A finding below this says nothing to the question that was asked. */
  private static final int LEAST_IMPORTANCE = 30;

  /** Questions whose answer does not depend on what happened lately. */
  private static final Set<Topic> TIMELESS = Set.of(Topic.EXPLAIN, Topic.DATA);

  private AnswerComposer() {}

  static Answer compose(Reading reading, LogView log) {
    List<Answer.Part> parts = new ArrayList<>();
    List<Finding> missing = new ArrayList<>();
    Set<String> said = new LinkedHashSet<>();
    int most = reading.asked().size() > 1 ? MOST_OF_TWO : MOST_FINDINGS;
    for (Asked asked : reading.asked()) {
      List<Finding> all = Catalogue.to(asked, log);
      List<Finding> chosen = chosen(all, said, most);
      List<Advice> advice = AdviceBook.to(asked, all, log).stream().limit(MOST_ADVICE).toList();
      chosen.forEach(finding -> said.add(finding.id()));
      all.stream().filter(finding -> finding.strength() == Strength.UNKNOWN && !chosen.contains(finding)).forEach(missing::add);
      parts.add(new Answer.Part(asked, chosen, advice));
    }
    Finding unknown =
        missing.stream().filter(finding -> !said.contains(finding.id())).max(Comparator.comparingInt(Finding::importance)).orElse(null);
    Chart chart = reading.asked().stream().flatMap(asked -> Pictures.of(asked, log).stream()).findFirst().orElse(null);
    return new Answer(reading, freshness(reading, log).orElse(null), parts, unknown, chart);
  }

  /** What is not known is said in a line of its own, unless it is the answer. */
  private static List<Finding> chosen(List<Finding> all, Set<String> said, int most) {
    List<Finding> chosen = new ArrayList<>();
    for (Finding finding : all) {
      boolean lead = chosen.isEmpty();
      boolean says = lead || finding.strength() != Strength.UNKNOWN && finding.importance() >= LEAST_IMPORTANCE;
      if (says && !said.contains(finding.id()) && chosen.size() < most) {
        chosen.add(finding);
      }
    }
    return chosen;
  }

  private static Optional<Finding> freshness(Reading reading, LogView log) {
    boolean ofThePast = reading.asked().stream().allMatch(asked -> TIMELESS.contains(asked.topic()) || isKnown(asked, log));
    LocalDate known = log.knownUntil();
    if (ofThePast || log.runs().firstDay() == null || known != null && !known.isBefore(log.today().minusDays(USUAL_DAYS_BEHIND))) {
      return Optional.empty();
    }
    return Optional.of(
        known == null
            ? log.statement("data.unknown").say("Until when the log is whole is not known: no source has answered yet.").strength(Strength.UNKNOWN).importance(100).made()
            : log.statement("data.known-until")
                .say("The log is known up to %s; of the days since nothing is known, which is not rest.", known)
                .strength(Strength.UNKNOWN)
                .importance(100)
                .made());
  }

  private static boolean isKnown(Asked asked, LogView log) {
    return asked.period() != null && log.isKnown(asked.period()) || !asked.runs().isEmpty();
  }
}
