package dev.longrun.coach.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The prompts of this package. */
final class WordTexts {
  private WordTexts() {}

  static String of(String name) {
    try (InputStream input = WordTexts.class.getResourceAsStream("/" + name)) {
      if (input == null) {
        throw new IllegalStateException("The program lacks its own file " + name);
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own file " + name + " cannot be read", e);
    }
  }
}
