package dev.longrun.report;

import dev.longrun.log.PlainText;
import dev.longrun.log.record.SyncState;
import dev.longrun.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What only the user can mend, and how. */
public final class Attention {
  /** A site may be away for an evening; a day means that something is wrong. */
  private static final Duration SILENCE = Duration.ofHours(24);

  /** The database, its log and a backup of thirty years of running fit into less. */
  private static final long FREE_BYTES = 500L * 1024 * 1024;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Attention() {}

  /** @return the text of {@code ATTENTION.md}; empty while there is nothing to do */
  public static Optional<String> text(Settings settings, Status status) {
    List<String> findings = findings(settings, status);
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder("# Longrun needs you\n\n");
    findings.forEach(finding -> text.append("- ").append(finding).append('\n'));
    text.append("\nThis file goes away by itself when all of this is done. `longrun status` and `longrun doctor` say more.\n");
    return Optional.of(text.toString());
  }

  /** One for each thing to do. */
  static List<String> findings(Settings settings, Status status) {
    List<String> findings = new ArrayList<>();
    status.sources().forEach(source -> source(settings, source).ifPresent(findings::add));
    model(settings, status).ifPresent(findings::add);
    if (status.freeBytes() < FREE_BYTES) {
      findings.add(
          "The disk of " + settings.home() + " is nearly full: less than " + FREE_BYTES / (1024 * 1024) + " MiB are free. Make room, or move"
              + " the home to a larger disk (LONGRUN_HOME); until then runs and answers may fail to be stored.");
    }
    status
        .refused()
        .forEach(
            file ->
                findings.add(
                    "The file `" + code(file.file().getFileName().toString()) + "` was refused"
                        + (file.why().isEmpty() ? "." : ": " + file.why())
                        + " It lies in " + PlainText.line(file.file().getParent().toString()) + ": drop it again once it is mended, and delete it there."));
    return findings;
  }

  private static Optional<String> source(Settings settings, Status.SourceStatus source) {
    SyncState state = source.state();
    if (source.off().isPresent()) {
      return Optional.empty();
    }
    if (state.actionNeeded() != null) {
      return Optional.of(state.actionNeeded());
    }
    return source
        .silentSince()
        .flatMap(since -> longAgo(settings, since))
        .map(
            since ->
                state.source().title() + " has not answered since " + minute(settings, since) + ": " + whatIsWrong(settings, state)
                    + " Look whether this machine is online and whether the site is up; `longrun doctor` looks at the rest.");
  }

  // What a source that wants to be left alone says is newer than what went wrong before.
  private static String whatIsWrong(Settings settings, SyncState state) {
    boolean blocked = state.blockedUntil() != null && state.blockedUntil().isAfter(settings.clock().instant());
    return blocked || state.lastError() == null ? state.blockedReason() : state.lastError();
  }

  private static Optional<String> model(Settings settings, Status status) {
    Optional<String> question =
        longAgo(settings, status.waiting().oldestQuestion()).map(asked -> "A question of " + minute(settings, asked) + " still waits for");
    Optional<String> summary =
        longAgo(settings, status.waiting().oldestSummary())
            .map(written -> "A summary of " + minute(settings, written) + " still waits for its words from");
    return question
        .or(() -> summary)
        .map(
            waits ->
                waits + " the model " + settings.ollama().model() + " at " + settings.ollama().url()
                    + ". Start Ollama there (`ollama serve`, `ollama pull " + settings.ollama().model()
                    + "`) or set OLLAMA_URL; `longrun doctor` tries it.");
  }

  private static Optional<Instant> longAgo(Settings settings, Instant instant) {
    return Optional.ofNullable(instant).filter(since -> since.isBefore(settings.clock().instant().minus(SILENCE)));
  }

  /** A name from outside between backticks: it can neither end them nor speak to the terminal. */
  private static String code(String name) {
    return PlainText.line(name).replace('`', '\'');
  }

  private static String minute(Settings settings, Instant instant) {
    return MINUTE.withZone(settings.timezone()).format(instant);
  }
}
