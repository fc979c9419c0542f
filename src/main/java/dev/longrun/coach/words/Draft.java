package dev.longrun.coach.words;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Explanation;
import dev.longrun.coach.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What code has chosen for a page, in its own order, for the model to choose from, to order and to connect.
 *
 * @param question of the runner, or what a summary is about; text from outside
 * @param answer the first line of the page, which stands whatever the model says; null: none
 * @param findings the candidates, the most important first
 * @param leads how many of them, from the first, the page shows without a model
 */
public record Draft(
    String question, String answer, List<Finding> findings, int leads, List<Advice> advice, List<Explanation> explanations) {
  public Draft {
    findings = List.copyOf(findings);
    advice = List.copyOf(advice);
    explanations = List.copyOf(explanations);
    leads = Math.max(0, Math.min(leads, findings.size()));
  }

  /** Everything the model may name, in code's order. */
  List<Segment> segments() {
    List<Segment> all = new ArrayList<>();
    findings.forEach(finding -> all.add(new Segment(Segment.Kind.FINDING, finding.id(), finding.text())));
    advice.forEach(each -> all.add(new Segment(Segment.Kind.ADVICE, each.id(), each.text())));
    explanations.forEach(each -> all.add(new Segment(Segment.Kind.EXPLAIN, each.id(), each.text())));
    return all;
  }

  boolean isLead(String findingId) {
    return findings.stream().limit(leads).anyMatch(finding -> finding.id().equals(findingId));
  }

  Optional<Finding> finding(String id) {
    return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
  }

  Set<Claim> claims(Segment segment) {
    return segment.kind() == Segment.Kind.FINDING ? finding(segment.id()).map(Finding::claims).orElse(Set.of()) : Set.of();
  }

  /** Findings that must be on the page: warnings among the leads, and warnings that advice was made from. */
  List<Segment> warnings() {
    return findings.stream()
        .filter(finding -> finding.claims().contains(Claim.WARNING))
        .filter(finding -> isLead(finding.id()) || advice.stream().anyMatch(each -> each.reasons().contains(finding.id())))
        .map(finding -> new Segment(Segment.Kind.FINDING, finding.id(), finding.text()))
        .toList();
  }

  /** The same with only these to choose from. */
  Draft of(Set<String> ids) {
    List<Finding> kept = findings.stream().filter(each -> ids.contains(each.id())).toList();
    int keptLeads = (int) findings.stream().limit(leads).filter(each -> ids.contains(each.id())).count();
    return new Draft(
        question,
        answer,
        kept,
        keptLeads,
        advice.stream().filter(each -> ids.contains(each.id())).toList(),
        explanations.stream().filter(each -> ids.contains(each.id())).toList());
  }
}
