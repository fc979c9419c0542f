package dev.longrun.coach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements and prompts that lie beside the classes, each read once. */
public final class Texts {
  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private Texts() {}

  /** @param name such as {@code facts/totals.sql} */
  public static String of(String name) {
    return READ.computeIfAbsent(name, Texts::read);
  }

  private static String read(String name) {
    try (InputStream input = Texts.class.getResourceAsStream("/" + name)) {
      if (input == null) {
        throw new IllegalStateException("The program lacks its own file " + name);
      }
      String text = new String(input.readAllBytes(), StandardCharsets.UTF_8).strip();
      return name.endsWith(".sql") && text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own file " + name + " cannot be read", e);
    }
  }
}
