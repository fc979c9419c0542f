package dev.longrun.source;

/**
 * Whose login it is.
 *
 * @param id the site's own
 * @param name for people; the id again when the site says none
 */
public record Account(String id, String name) {}
