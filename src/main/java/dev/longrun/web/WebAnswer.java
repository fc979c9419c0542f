package dev.longrun.web;

import java.util.List;
import java.util.Map;

/**
 * What the other side answered, whole.
 *
 * @param headers names in any case
 * @param body empty when there was none
 */
public record WebAnswer(int status, Map<String, List<String>> headers, byte[] body) {}
