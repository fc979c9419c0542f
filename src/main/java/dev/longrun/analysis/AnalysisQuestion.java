package dev.longrun.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The questions the log must answer. */
public enum AnalysisQuestion {
  PERFORMANCE("How does training become performance?"),
  BODY("How do effort, feel and physiology move over time?"),
  FATIGUE("What signals fatigue or readiness?"),
  CONDITIONS("How do shoes and weather interact with performance?"),
  HISTORY("How can history improve advice?");

  private final String title;

  AnalysisQuestion(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** As it is typed and as its file is called. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AnalysisQuestion> of(String id) {
    return Arrays.stream(values()).filter(question -> question.id().equals(id)).findFirst();
  }
}
