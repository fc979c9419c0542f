package dev.longrun.coach.evaluation;

import dev.longrun.coach.words.Segment;
import dev.longrun.coach.words.WordReport;
import dev.longrun.coach.words.WordedPage;
import java.util.List;

/**
 * One answer of the model to one trial.
 *
 * @param needed how many needed findings its words hold
 * @param own how many sentences of its own stand in them
 * @param broken what code guarantees and what does not hold, a sentence each
 */
record Draw(Trial trial, WordReport report, int needed, int own, List<String> broken) {
  static Draw of(Trial trial, WordedPage page) {
    int own = (int) page.paragraphs().stream().flatMap(paragraph -> paragraph.segments().stream()).filter(segment -> segment.kind() == Segment.Kind.SAY).count();
    return new Draw(trial, page.report(), (int) trial.needed().stream().filter(page::holds).count(), own, Guarantees.broken(trial, page));
  }
}
