package dev.longrun.coach.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.coach.advice.AdviceBook;
import dev.longrun.coach.topics.Topic;
import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/findings.md} lists every kind of finding and advice. When it is not current, the page as it must be lies in
 * {@code target/findings.md}: copy it.
 */
class FindingsPageTest {
  private static final String COACH = "src/main/java/dev/longrun/coach/";
  private static final Pattern STATEMENT = Pattern.compile("statement\\(((?:[^()]|\\([^()]*\\))+)\\)");
  private static final Pattern ID = Pattern.compile("String id = (.+?);", Pattern.DOTALL);
  private static final Pattern ADVICE = Pattern.compile("new Advice\\(\\s*\"([a-z.-]+)\"");
  private static final Pattern PURPOSE = Pattern.compile("/\\*\\*\\s*\\*?\\s*(.+?)\\s*\\*/\\s*(?:public )?(?:final )?class ", Pattern.DOTALL);

  @Test
  void thePageListsAllThereIs() throws IOException {
    String page = page();
    Path docs = root().resolve("docs/findings.md");
    Files.createDirectories(root().resolve("target"));
    Files.writeString(root().resolve("target/findings.md"), page);
    assertThat(docs).as("copy target/findings.md to docs/findings.md").content().isEqualTo(page);
  }

  @Test
  void everyTopicHasAFindingMaker() {
    Set<Topic> answered = Catalogue.MAKERS.stream().flatMap(maker -> maker.topics().stream()).collect(Collectors.toSet());
    assertThat(answered).containsExactlyInAnyOrder(Topic.values());
  }

  private static String page() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Findings and advice

            All that the coach can say. A finding is written by code from facts of the log; a piece of advice is chosen by a rule. Each kind is one
            class; `…` stands for what differs from one to the next. This page is generated: `FindingsPageTest` fails when it is not current.

            ## Findings

            | kind | what it says | ids | questions | where |
            | --- | --- | --- | --- | --- |
            """);
    for (FindingMaker maker : Catalogue.MAKERS) {
      page.append(row(maker.getClass(), "findings", ids(source("findings", maker.getClass())), maker.topics()));
    }
    page.append("\nIn summaries and in every answer besides:\n\n| kind | what it says | ids | where |\n| --- | --- | --- | --- |\n");
    for (String folder : List.of("summary", "")) {
      for (Path file : classes(folder)) {
        String source = Files.readString(file);
        Set<String> ids = ids(source);
        if (!ids.isEmpty()) {
          String name = file.getFileName().toString().replace(".java", "");
          page.append("| ").append(name).append(" | ").append(purpose(source)).append(" | ").append(code(ids)).append(" | ").append(link(folder, name)).append(" |\n");
        }
      }
    }
    page.append("\n## Advice\n\n| rule | what it advises | ids | questions | where |\n| --- | --- | --- | --- | --- |\n");
    for (var rule : AdviceBook.RULES) {
      Set<String> ids = new TreeSet<>();
      ADVICE.matcher(source("advice", rule.getClass())).results().forEach(result -> ids.add(result.group(1)));
      page.append(row(rule.getClass(), "advice", ids, rule.topics()));
    }
    return page.toString();
  }

  private static String row(Class<?> kind, String folder, Set<String> ids, Set<Topic> topics) throws IOException {
    String questions = topics.stream().sorted().map(topic -> topic.name().toLowerCase(Locale.ROOT).replace('_', ' ')).collect(Collectors.joining(", "));
    String name = kind.getSimpleName();
    return "| " + name + " | " + purpose(source(folder, kind)) + " | " + code(ids) + " | " + questions + " | " + link(folder, name) + " |\n";
  }

  private static String link(String folder, String name) {
    String path = (folder.isEmpty() ? "" : folder + "/") + name + ".java";
    return "[" + path + "](../" + COACH + path + ")";
  }

  private static String code(Set<String> ids) {
    return ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
  }

  /** The first sentence of the class. */
  private static String purpose(String source) {
    Matcher matcher = PURPOSE.matcher(source);
    assertThat(matcher.find()).as(source).isTrue();
    String text = matcher.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").replaceAll("\\{@(?:code|link) #?([^}]*)\\}", "$1");
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static Set<String> ids(String source) {
    Set<String> ids = new TreeSet<>();
    Matcher id = ID.matcher(source);
    String variable = id.find() ? pattern(id.group(1)) : "…";
    Matcher matcher = STATEMENT.matcher(source);
    while (matcher.find()) {
      String expression = matcher.group(1).strip();
      if (!expression.startsWith("String ")) {
        ids.add(expression.equals("id") ? variable : expression.startsWith("id + ") ? variable + pattern(expression.substring(5)) : pattern(expression));
      }
    }
    ids.remove("…");
    return ids;
  }

  /** The literal parts of an expression, with an ellipsis for what is computed. */
  private static String pattern(String expression) {
    return Stream.of(expression.split("\\s*\\+\\s*"))
        .map(part -> part.matches("\"[^\"]*\"") ? part.substring(1, part.length() - 1) : "…")
        .collect(Collectors.joining())
        .replaceAll("…+", "…");
  }

  private static String source(String folder, Class<?> type) throws IOException {
    return Files.readString(root().resolve(COACH).resolve(folder).resolve(type.getSimpleName() + ".java"));
  }

  private static List<Path> classes(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root().resolve(COACH).resolve(folder))) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  private static Path root() {
    return ProgramFolder.find().path();
  }
}
