package dev.longrun.coach;

/**
 * An answer as it is stored and delivered.
 *
 * @param page Markdown
 * @param evidence JSON
 * @param picture SVG; null: none
 * @param shortAnswer what the memory keeps
 */
public record StoredAnswer(String page, String evidence, String picture, String shortAnswer) {
  static StoredAnswer of(String page, String evidence, Answer answer, String shortAnswer) {
    return new StoredAnswer(page, evidence, answer.chart() == null ? null : answer.chart().svg(), shortAnswer);
  }
}
