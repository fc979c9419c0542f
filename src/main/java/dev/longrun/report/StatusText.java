package dev.longrun.report;

import dev.longrun.log.KnownUntil;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncState;
import dev.longrun.settings.Settings;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The status as Markdown that reads well on a terminal too. It names times and never how long ago they were: so it changes
 * only when something happened.
 */
public final class StatusText {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Settings settings;
  private final Status status;
  private final StringBuilder text = new StringBuilder();

  private StatusText(Settings settings, Status status) {
    this.settings = settings;
    this.status = status;
  }

  public static String of(Settings settings, Status status) {
    StatusText writer = new StatusText(settings, status);
    writer.overview();
    writer.section("Sources", writer.sources(), "");
    writer.section("Waiting", writer.waiting(), "Nothing.");
    writer.section("Put aside", writer.putAside(), "Nothing.");
    writer.sectionIfAny("May be one run", status.doubtful());
    writer.sectionIfAny("Loaded in part", writer.inPart());
    writer.sectionIfAny("Shown and not counted", writer.doubted());
    return writer.text.toString();
  }

  private void overview() {
    text.append("# Longrun status\n\n");
    line("Home: " + settings.home());
    line("Service: " + (status.service().isPresent() ? "running (process " + status.service().getAsLong() + ")" : "not running"));
    Status.Runs runs = status.runs();
    if (runs.all() == 0) {
      line("Training log: no runs yet");
    } else {
      String shownOnly = runs.shownOnly() == 0 ? "" : "; " + runs.shownOnly() + " of them shown only, not counted (Strava API)";
      line("Training log: " + counted(runs.all(), "run") + " from " + runs.first() + " to " + runs.last() + shownOnly);
      line(known(runs.knownUntil()));
    }
    if (runs.withoutLoad() > 0) {
      line("Without load: " + counted(runs.withoutLoad(), "run") + ", because " + runs.missingSetting() + " (docs/connecting.md, \"Your heart\")");
    }
  }

  private static String what(Source by) {
    return by == Source.FILE ? "the last import" : by.title() + "'s last answer";
  }

  /** Days without a run are rest up to then, and nothing after it. */
  private String known(KnownUntil known) {
    return known.moment() == null
        ? "Known until: nobody has said yet, so nothing is known of days without a run"
        : "Known until: " + minute(known.moment()) + " (" + what(known.by()) + "); nothing is known of the time after";
  }

  private void section(String title, List<String> lines, String whenEmpty) {
    text.append("\n## ").append(title).append("\n\n");
    lines.forEach(this::line);
    if (lines.isEmpty()) {
      text.append(whenEmpty).append('\n');
    }
  }

  private void sectionIfAny(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      section(title, lines, "");
    }
  }

  private List<String> inPart() {
    return status.inPart().stream().map(file -> file.what() + ": " + bare(file.reason()) + " (" + file.notedOn() + ")").toList();
  }

  private List<String> doubted() {
    return status.doubted().stream().map(run -> run.day() + "#" + run.no() + (run.name() == null ? "" : " " + run.name()) + ": " + run.because()).toList();
  }

  private void line(String line) {
    text.append("- ").append(line).append('\n');
  }

  private List<String> sources() {
    List<String> lines = new ArrayList<>();
    status.sources().forEach(source -> lines.add(source.state().source().title() + ": " + source(source)));
    lines.add(
        settings.ollama().isNone()
            ? "Coach: without a model (OLLAMA_MODEL=none); answers and summaries are complete"
            : "Coach: " + settings.ollama().model() + " at " + settings.ollama().url() + " (\"longrun doctor\" tries it)");
    lines.add("Memory: " + settings.memory().chromaUrl().map(url -> "Chroma at " + url).orElse("embedded"));
    return lines;
  }

  private String source(Status.SourceStatus source) {
    SyncState state = source.state();
    if (source.off().isPresent()) {
      return "off: " + source.off().get() + (state.lastSuccessAt() == null ? "" : " It last answered " + minute(state.lastSuccessAt()) + ".");
    }
    List<String> parts = new ArrayList<>();
    boolean weather = state.source() == Source.OPEN_METEO;
    parts.add(weather ? "no account needed" : "connected");
    parts.add(state.lastSuccessAt() == null ? "has not answered yet" : "last answered " + minute(state.lastSuccessAt()));
    if (!weather && state.lastSuccessAt() != null) {
      parts.add(history(state));
    }
    if (state.blockedUntil() != null && state.blockedUntil().isAfter(settings.clock().instant())) {
      parts.add("waits until " + minute(state.blockedUntil()) + (state.blockedReason() == null ? "" : " (" + bare(state.blockedReason()) + ")"));
    }
    if (state.actionNeeded() != null) {
      parts.add("NEEDS YOU: " + bare(state.actionNeeded()));
    } else if (state.lastError() != null) {
      parts.add("last failure " + minute(state.lastErrorAt()) + ": " + bare(state.lastError()));
    }
    return String.join("; ", parts);
  }

  private String history(SyncState state) {
    if (state.backfillCompletedAt() != null) {
      return "history complete";
    }
    return state.backfillBefore() == null ? "history not begun" : "history read back to " + minute(state.backfillBefore());
  }

  private List<String> waiting() {
    List<String> lines = new ArrayList<>();
    Status.Waiting waiting = status.waiting();
    if (waiting.inboxFiles() > 0) {
      lines.add(counted(waiting.inboxFiles(), "file") + " in the inbox");
    }
    if (waiting.questions() > 0) {
      lines.add(
          counted(waiting.questions(), "question")
              + (waiting.questions() == 1 ? " for the model, asked " : " for the model, the oldest asked ")
              + minute(waiting.oldestQuestion())
              + (waiting.questionError() == null ? "" : " (last failure: " + bare(waiting.questionError()) + ")"));
    }
    if (waiting.summaryWords() > 0) {
      lines.add(
          waiting.summaryWords() == 1
              ? "1 summary for the coach's words; its numbers are in the outbox"
              : waiting.summaryWords() + " summaries for the coach's words; their numbers are in the outbox");
    }
    if (waiting.undelivered() > 0) {
      lines.add(counted(waiting.undelivered(), "text") + " to be written to the outbox");
    }
    if (waiting.weatherRuns() > 0) {
      lines.add(counted(waiting.weatherRuns(), "run") + " for weather");
    }
    if (waiting.firstDueDay() != null) {
      lines.add("the derived numbers from " + waiting.firstDueDay() + " on");
    }
    return lines;
  }

  private List<String> putAside() {
    List<String> lines = new ArrayList<>();
    status.refused().forEach(file -> lines.add(refused(file)));
    status.putAside().forEach(thing -> lines.add(thing.what() + ": " + bare(thing.reason()) + " (" + thing.notedOn() + ")"));
    long more = status.putAsideCount() - status.putAside().size();
    if (more > 0) {
      lines.add("and " + more + " more: select * from put_aside where resolved_at is null");
    }
    return lines;
  }

  static String refused(Status.RefusedFile file) {
    return "refused file " + PlainText.line(file.file().toString()) + (file.why().isEmpty() ? "" : ": " + bare(file.why()));
  }

  private String minute(Instant instant) {
    return instant == null ? "at an unknown time" : MINUTE.withZone(settings.timezone()).format(instant);
  }

  /** A sentence that goes on as part of a line. */
  private static String bare(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String counted(long count, String thing) {
    return String.format(Locale.ENGLISH, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
