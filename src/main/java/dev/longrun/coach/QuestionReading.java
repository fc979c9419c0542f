package dev.longrun.coach;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Reading;
import java.time.Instant;

/** Reads a question: what it asks, of which time, runs and shoes. */
public interface QuestionReading {
  /** @param text from outside, at most 16 KiB */
  Reading read(String text, Instant askedAt, LogView log);
}
