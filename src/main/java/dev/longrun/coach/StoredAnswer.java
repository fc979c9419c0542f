package dev.longrun.coach;

/**
 * An answer as it is stored and delivered.
 *
 * @param page Markdown
 * @param evidence JSON
 * @param shortAnswer what the memory keeps
 */
public record StoredAnswer(String page, String evidence, String shortAnswer) {}
