package dev.longrun.coach.findings;

/**
 * What a term means, in two sentences of ours.
 *
 * @param id as {@code form}; the file is {@code explanations/<id>.txt}
 */
public record Explanation(String id, String title, String text) {}
