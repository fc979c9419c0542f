package dev.longrun.report;

import dev.longrun.log.PlainText;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that the inbox refused, each with the sentence beside it. */
final class RefusedFiles {
  /** Whoever has not looked at a refusal for a week will not, and moving the file away ends the matter at any time. */
  private static final Duration RECENT = Duration.ofDays(7);

  private static final String REASON = ".error.txt";
  private static final int LONGEST_REASON_BYTES = 2_000;

  /** How moved files are named: with the runner's local time in front. */
  private static final Pattern STAMP = Pattern.compile("([0-9]{8}-[0-9]{6})-.*");

  private static final DateTimeFormatter STAMP_FORMAT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private RefusedFiles() {}

  /** Newest first. */
  static List<Status.RefusedFile> recent(Settings settings) {
    Path failed = settings.inbox().resolve("failed");
    if (!Files.isDirectory(failed)) {
      return List.of();
    }
    Instant since = settings.clock().instant().minus(RECENT);
    try (Stream<Path> files = Files.list(failed)) {
      return files
          .filter(file -> !file.getFileName().toString().endsWith(REASON) && !file.getFileName().toString().startsWith("."))
          .map(file -> new Status.RefusedFile(file, refusedAt(file, settings), reason(file)))
          .filter(file -> file.at().isAfter(since))
          .sorted(Comparator.comparing(Status.RefusedFile::at).reversed())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static Instant refusedAt(Path file, Settings settings) {
    Matcher stamp = STAMP.matcher(file.getFileName().toString());
    try {
      return stamp.matches()
          ? LocalDateTime.parse(stamp.group(1), STAMP_FORMAT).atZone(settings.timezone()).toInstant()
          : Files.getLastModifiedTime(file).toInstant();
    } catch (IOException | DateTimeException e) {
      return Instant.MIN;
    }
  }

  private static String reason(Path file) {
    try (InputStream stream = Files.newInputStream(file.resolveSibling(file.getFileName() + REASON))) {
      return PlainText.line(new String(stream.readNBytes(LONGEST_REASON_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "";
    }
  }
}
