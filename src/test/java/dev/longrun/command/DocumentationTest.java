package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.longrun.log.Database;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.SettingName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What README, CONTRIBUTING and docs name is there: commands and their options, settings, pages, files, classes, tables. */
class DocumentationTest {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)\\s]*)\\)");
  private static final Pattern SOURCE = Pattern.compile("((?!outbox|schema)(?:[a-z]+/)+[A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?");
  private static final Pattern FILE = Pattern.compile("(?:src|schema|routes)/[\\w./-]+");
  private static final Pattern QUERY = Pattern.compile("sqlite3 -readonly [^']*'([^']+)'");
  private static final Set<String> OF_THE_LAUNCHER = Set.of("LONGRUN_JAVA_OPTIONS");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(Path::of), docs.filter(page -> page.toString().endsWith(".md"))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandIsUnderstood(Path page) throws IOException {
    for (String command : commands(Files.readString(page))) {
      CommandLine line = new CommandLine(LongrunCommand.class, DocumentationTest::make);
      assertThatCode(() -> line.parseArgs(words(command))).as("%s: longrun%s", page, command).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everySettingIsOne(Path page) throws IOException {
    Set<String> settings = Arrays.stream(SettingName.values()).map(Enum::name).collect(Collectors.toSet());
    Set<String> families = settings.stream().map(name -> name.substring(0, name.indexOf('_') + 1)).collect(Collectors.toSet());
    assertThat(all(Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b"), Files.readString(page)).map(MatchResult::group))
        .filteredOn(name -> families.stream().anyMatch(name::startsWith))
        .allMatch(name -> settings.contains(name) || OF_THE_LAUNCHER.contains(name));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAPageAndAHeading(Path page) throws IOException {
    for (String link : all(LINK, Files.readString(page)).map(match -> match.group(1)).toList()) {
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(target).as("link %s of %s", link, page).exists();
      if (parts.length == 2) {
        assertThat(headings(target)).as("headings of %s", target).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFileAndClassIsThere(Path page) throws IOException {
    for (String code : all(INLINE, Files.readString(page)).map(match -> match.group(1)).toList()) {
      if (FILE.matcher(code).matches()) {
        assertThat(Path.of(code)).as("in %s", page).exists();
      }
      for (MatchResult source : SOURCE.matcher(code).matches() ? all(SOURCE, code).toList() : List.<MatchResult>of()) {
        Path file = Path.of("src/main/java/dev/longrun", source.group(1) + ".java");
        assertThat(file).as("in %s", page).exists();
        if (source.group(2) != null) {
          assertThat(Files.readString(file)).contains(source.group(2));
        }
      }
    }
  }

  @Test
  void everyQueryIsAnswered(@TempDir Path home) throws Exception {
    try (Database database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema())) {
      Jdbi reader = Jdbi.create(database.reader());
      for (Path page : pages()) {
        for (MatchResult query : all(QUERY, Files.readString(page)).toList()) {
          assertThatCode(() -> reader.useHandle(handle -> handle.createQuery(query.group(1)).mapToMap().list()))
              .as("%s: %s", page, query.group(1))
              .doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void readmeIsReadInAFewMinutesAndLinksEveryPage() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme.lines().count()).isLessThanOrEqualTo(180);
    for (Path page : pages()) {
      if (page.startsWith("docs")) {
        assertThat(readme).contains("(" + page + ")");
      }
    }
  }

  /** What follows the program's name, in blocks and in the text. */
  private static List<String> commands(String page) {
    List<String> commands = new ArrayList<>();
    Stream<String> lines = all(FENCE, page).filter(fence -> fence.group(1).equals("sh")).flatMap(fence -> fence.group(2).lines());
    Stream<String> words = all(INLINE, FENCE.matcher(page).replaceAll("")).map(match -> match.group(1));
    Stream.concat(lines.flatMap(line -> Stream.of(line.split("&&|[;|>]"))), words)
        .map(command -> command.strip().replaceFirst("^([A-Z_]+=\\S+ )+", ""))
        .filter(command -> command.matches("(\\S*/bin/)?longrun( .*)?"))
        .forEach(command -> commands.add(command.replaceFirst("^\\S+", "")));
    return commands;
  }

  private static String[] words(String command) {
    return all(Pattern.compile("'([^']*)'|\\S+"), command)
        .map(match -> match.group(1) != null ? match.group(1) : match.group().replaceAll("[\\[\\]]", ""))
        .toArray(String[]::new);
  }

  /** As GitHub makes anchors of them. */
  private static List<String> headings(Path page) throws IOException {
    return Files.readString(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d _-]", "").replace(' ', '-'))
        .toList();
  }

  private static Stream<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  /** Commands that are only parsed need no context. */
  private static <T> T make(Class<T> type) throws Exception {
    try {
      return type.getDeclaredConstructor(CommandContext.class).newInstance((Object) null);
    } catch (NoSuchMethodException e) {
      return CommandLine.defaultFactory().create(type);
    }
  }
}
