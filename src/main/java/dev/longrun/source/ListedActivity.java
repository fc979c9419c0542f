package dev.longrun.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An activity to be fetched.
 *
 * @param listedAs a fingerprint of what the list showed; null when it is not from the list
 * @param summary the list's item as JSON; null when it is not from the list
 */
public record ListedActivity(String externalId, String listedAs, byte[] summary) {

  /** Changes exactly when one of the values does. */
  public static String fingerprint(Object... values) {
    String text = Arrays.stream(values).map(Objects::toString).collect(Collectors.joining("\u0000"));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
