package dev.longrun.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two questions that the demo drops into its inbox. */
final class SampleQuestions {
  private SampleQuestions() {}

  static Map<String, String> all() {
    Map<String, String> questions = new LinkedHashMap<>();
    questions.put(
        "am-i-on-track.md", "How has my training gone in the last four weeks, and am I on the way to a marathon under three hours?\n");
    questions.put("which-shoes.md", "Which of my shoes will I have to replace soon?\n");
    return questions;
  }

  static void dropInto(Path inbox) throws IOException {
    for (Map.Entry<String, String> question : all().entrySet()) {
      Files.writeString(inbox.resolve(question.getKey()), question.getValue());
    }
  }
}
