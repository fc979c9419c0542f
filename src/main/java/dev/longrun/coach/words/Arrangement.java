package dev.longrun.coach.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page made of an answer: repeats and unknown ids are dropped, a paragraph whose sentence breaks the rule falls as a whole and
 * leaves what the page would have shown without a model, and no warning is missing or comes after the advice it belongs to.
 *
 * @param fallen how many paragraphs fell
 * @param stood how many with a finding did not
 */
record Arrangement(List<Paragraph> paragraphs, List<Refusal> refusals, int fallen, int stood) {
  static Arrangement of(List<Paragraph> answer, Draft draft, boolean says) {
    SayRule rule = new SayRule(draft);
    Set<String> seen = new HashSet<>();
    List<Paragraph> kept = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    int stood = 0;
    for (Paragraph paragraph : answer) {
      Paragraph known = new Paragraph(paragraph.segments().stream().filter(segment -> segment.isSay() || segment.text() != null).filter(segment -> segment.isSay() || seen.add(key(segment))).toList());
      Optional<Refusal> refusal = says ? refusal(paragraph, known, rule) : Optional.empty();
      if (refusal.isPresent()) {
        refusals.add(refusal.get());
        restored(known, draft).ifPresent(kept::add);
      } else if (known.holdsOurs() || says && paragraph.equals(known)) {
        kept.add(says ? known : known.withoutSays());
        stood += findings(known) > 0 ? 1 : 0;
      }
    }
    return new Arrangement(withWarnings(kept, draft), refusals, refusals.size(), stood);
  }

  /** Whether it is worth standing in the place of the page that code wrote. */
  boolean isEnough(Draft draft) {
    long findings = paragraphs.stream().mapToLong(Arrangement::findings).sum();
    return stood > 0 && fallen <= stood && findings >= Math.min(2, draft.leads());
  }

  private static long findings(Paragraph paragraph) {
    return paragraph.segments().stream().filter(segment -> segment.kind() == Segment.Kind.FINDING).count();
  }

  private static Optional<Refusal> refusal(Paragraph written, Paragraph known, SayRule rule) {
    List<Segment> says = known.segments().stream().filter(Segment::isSay).toList();
    if (says.isEmpty()) {
      return Optional.empty();
    }
    Optional<Segment> unknown = written.segments().stream().filter(segment -> !segment.isSay() && segment.text() == null).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(new Refusal(Fault.UNKNOWN_ID, says.get(0).text(), "It stands beside an id that does not exist: \"" + shortened(unknown.get().id()) + "\"."));
    }
    if (says.size() > 1) {
      return Optional.of(new Refusal(Fault.SECOND_SENTENCE, says.get(1).text(), "A paragraph may hold one sentence of yours."));
    }
    return rule.refusal(says.get(0).text(), known);
  }

  private static Optional<Paragraph> restored(Paragraph fallen, Draft draft) {
    List<String> order = draft.segments().stream().map(Arrangement::key).toList();
    List<Segment> ours =
        fallen.segments().stream()
            .filter(segment -> segment.kind() == Segment.Kind.ADVICE || segment.kind() == Segment.Kind.FINDING && draft.isLead(segment.id()))
            .sorted(Comparator.comparingInt(segment -> order.indexOf(key(segment))))
            .toList();
    return ours.isEmpty() ? Optional.empty() : Optional.of(new Paragraph(ours));
  }

  private static List<Paragraph> withWarnings(List<Paragraph> paragraphs, Draft draft) {
    List<Paragraph> page = new ArrayList<>(paragraphs);
    List<Segment> first = new ArrayList<>();
    for (Segment warning : draft.warnings()) {
      int advised = firstWith(page, segment -> segment.kind() == Segment.Kind.ADVICE && draft.advice().stream().anyMatch(each -> each.id().equals(segment.id()) && each.reasons().contains(warning.id())));
      int stands = firstWith(page, warning::equals);
      if (stands < 0 && advised < 0) {
        first.add(warning);
      } else if (advised >= 0 && (stands < 0 || stands > advised)) {
        if (stands >= 0) {
          page.set(stands, new Paragraph(page.get(stands).withoutSays().segments().stream().filter(segment -> !segment.equals(warning)).toList()));
        }
        List<Segment> before = new ArrayList<>(List.of(warning));
        before.addAll(page.get(advised).segments());
        page.set(advised, new Paragraph(before));
      }
    }
    if (!first.isEmpty()) {
      page.add(0, new Paragraph(first));
    }
    return page.stream().filter(paragraph -> !paragraph.segments().isEmpty()).toList();
  }

  private static int firstWith(List<Paragraph> page, java.util.function.Predicate<Segment> wanted) {
    for (int i = 0; i < page.size(); i++) {
      if (page.get(i).segments().stream().anyMatch(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static String key(Segment segment) {
    return segment.kind() + " " + segment.id();
  }

  private static String shortened(String id) {
    return id.length() <= 40 ? id : id.substring(0, 40);
  }
}
