package dev.longrun.settings;

import java.util.List;

/**
 * Settings that cannot be used. Each finding is one sentence that names the setting, its value (never a secret) and what
 * would be right; the message is all of them, a line each.
 */
public class BadSetting extends RuntimeException {
  private final transient List<String> findings;

  public BadSetting(String finding) {
    this(List.of(finding));
  }

  public BadSetting(List<String> findings) {
    super(String.join(System.lineSeparator(), findings));
    this.findings = List.copyOf(findings);
  }

  public List<String> findings() {
    return findings;
  }
}
