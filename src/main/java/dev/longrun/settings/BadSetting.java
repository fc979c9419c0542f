package dev.longrun.settings;

/** A setting whose value cannot be used. The message names the setting, the value (never a secret) and what would be right. */
public class BadSetting extends RuntimeException {
  public BadSetting(String message) {
    super(message);
  }
}
