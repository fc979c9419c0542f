package dev.longrun.coach;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Reading;
import dev.longrun.report.plot.Chart;
import java.util.List;
import java.util.stream.Stream;

/**
 * What code answers to a question: complete without any model.
 *
 * @param freshness said first when it changes the answer; null: it does not
 * @param parts one for each question in the file
 * @param unknown the one thing that is most worth knowing; null: nothing is missing
 * @param chart where looking is easier; null: it is not
 */
record Answer(Reading reading, Finding freshness, List<Part> parts, Finding unknown, Chart chart) {

  /** @param findings the first is the answer */
  record Part(Asked asked, List<Finding> findings, List<Advice> advice) {
    Part {
      findings = List.copyOf(findings);
      advice = List.copyOf(advice);
    }
  }

  Answer {
    parts = List.copyOf(parts);
  }

  List<Finding> findings() {
    Stream<Finding> all = parts.stream().flatMap(part -> part.findings().stream());
    return Stream.concat(Stream.concat(Stream.ofNullable(freshness), all), Stream.ofNullable(unknown)).distinct().toList();
  }

  List<Advice> advice() {
    return parts.stream().flatMap(part -> part.advice().stream()).distinct().toList();
  }

  /** Of all findings, each once. */
  List<Fact> facts() {
    return findings().stream().flatMap(finding -> finding.facts().stream()).distinct().toList();
  }

  /** The first sentence, for the memory and for lists. */
  String headline() {
    return parts.get(0).findings().isEmpty() ? "" : parts.get(0).findings().get(0).text();
  }
}
