package dev.longrun.command;

import dev.longrun.inbox.LogNoteFiles;
import dev.longrun.log.said.note.Noted;
import dev.longrun.report.Delivery;
import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What only the runner knows, typed on the command line or into an editor. */
@Command(
    name = "note",
    description = {
      "Tell the log what only you know: of a run or a morning with the options below, or anything else in your editor.",
      "Without options a template is opened in $VISUAL or $EDITOR; docs/notes.md shows the format."
    })
final class NoteCommand extends HomeCommand {
  private static final String TEMPLATE = "note-template.yaml";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @Option(names = "--run", paramLabel = "RUN", description = "The run: its day (2026-11-20, 2026-11-20#2, \"2026-11-20 18:30\"), or latest.")
  private String run;

  @Option(names = "--effort", paramLabel = "1..10", description = "How hard it was: 1 very easy, 10 everything.")
  private String effort;

  @Option(names = "--feel", paramLabel = "1..5", description = "How you felt: 1 very weak, 5 very strong.")
  private String feel;

  @Option(names = "--shoe", paramLabel = "NAME", description = "The shoe you wore.")
  private String shoe;

  @Option(names = "--comment", paramLabel = "TEXT", description = "Your own words about it.")
  private String comment;

  @Option(names = "--morning", paramLabel = "DAY", description = "The day you woke: 2026-11-27, today or yesterday (today when only its values are given).")
  private String morning;

  @Option(names = "--resting-hr", paramLabel = "BPM", description = "Your resting heart rate on waking.")
  private String restingHr;

  @Option(names = "--hrv", paramLabel = "MS", description = "Your heart rate variability (rMSSD) on waking.")
  private String variability;

  @Option(names = "--sleep", paramLabel = "H:MM", description = "How long you slept: 7:20.")
  private String sleep;

  @Option(names = "--weight", paramLabel = "KG", description = "Your weight.")
  private String weight;
  @Option(names = "--is-run", paramLabel = "yes|no", description = "Whether it is a run and counts, whatever was thought of it: of a run, or of a file.")
  private String isRun;

  @Option(names = "--file", paramLabel = "NAME", description = "The file you mean, by its name, instead of a run; with --is-run.")
  private String file;

  NoteCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    requireHome(settings);
    List<Map<String, String>> entries = Stream.of(ofRun(), ofMorning()).filter(entry -> !entry.isEmpty()).toList();
    Optional<String> typed = entries.isEmpty() ? edited() : Optional.of(yaml(entries));
    if (typed.isEmpty()) {
      say("Nothing was written, so nothing is noted.");
      return ExitCode.OK;
    }
    byte[] bytes = typed.get().getBytes(StandardCharsets.UTF_8);
    String fileName = "note-" + STAMP.withZone(settings.timezone()).format(settings.clock().instant()) + ".yaml";
    HomeLock lock;
    try {
      lock = HomeLock.take(settings.home());
    } catch (HomeLock.HomeInUse e) {
      return handOver(settings, fileName, bytes);
    }
    try (lock) {
      Logs.intoHome(settings.home());
      return apply(settings, fileName, bytes);
    }
  }

  private Map<String, String> ofRun() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("run", run);
    fields.put("file", file);
    fields.put("is_run", isRun);
    fields.put("effort", effort);
    fields.put("feel", feel);
    fields.put("shoe", shoe);
    fields.put("comment", comment);
    fields.values().removeIf(value -> value == null);
    return fields;
  }

  private Map<String, String> ofMorning() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("resting_hr", restingHr);
    fields.put("hrv", variability);
    fields.put("sleep", sleep);
    fields.put("weight_kg", weight);
    fields.values().removeIf(value -> value == null);
    if (morning != null || !fields.isEmpty()) {
      fields.put("morning", morning == null ? "today" : morning);
    }
    return fields;
  }

  private static String yaml(List<Map<String, String>> entries) {
    StringBuilder yaml = new StringBuilder();
    for (Map<String, String> entry : entries) {
      String start = entries.size() > 1 ? "- " : "";
      for (Map.Entry<String, String> field : entry.entrySet()) {
        yaml.append(start).append(field.getKey()).append(": '").append(field.getValue().replaceAll("\\R", " ").replace("'", "''")).append("'\n");
        start = entries.size() > 1 ? "  " : "";
      }
    }
    return yaml.toString();
  }

  /** @return empty when the template came back as it was */
  private Optional<String> edited() throws IOException, InterruptedException {
    String template = new String(NoteCommand.class.getResourceAsStream("/" + TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    Path file = Files.createTempFile("longrun-note-", ".yaml");
    try {
      Files.writeString(file, template);
      List<String> command = new ArrayList<>(List.of(context().sources().editor().split(" +")));
      command.add(file.toString());
      int exitCode = start(command).waitFor();
      if (exitCode != 0) {
        throw new CommandFailure(ExitCode.NOT_ALL_WELL, "The editor " + command.get(0) + " ended with code " + exitCode + "; nothing is noted.");
      }
      String typed = Files.readString(file);
      boolean saysSomething = typed.lines().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
      return typed.equals(template) || !saysSomething ? Optional.empty() : Optional.of(typed);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL,
          "The editor " + command.get(0) + " cannot be started. Set EDITOR to one that can, or use options such as --effort 7 --feel 4.");
    }
  }

  /** The service takes it like any dropped file. */
  private int handOver(Settings settings, String fileName, byte[] bytes) throws IOException {
    Path beside = settings.inbox().resolve("." + fileName);
    Files.createDirectories(settings.inbox());
    Files.write(beside, bytes);
    Path file = settings.inbox().resolve(fileName);
    for (int i = 2; Files.exists(file); i++) {
      file = settings.inbox().resolve(fileName.replace(".yaml", "-" + i + ".yaml"));
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    say("The running service takes the note from " + file + " within seconds; what became of it stands in " + settings.outbox().resolve("notes") + ".");
    return ExitCode.OK;
  }

  private int apply(Settings settings, String fileName, byte[] bytes) throws Exception {
    try (LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      service.start();
      Registry beans = service.context().getRegistry();
      List<Noted> noted = beans.lookupByNameAndType("logNoteFiles", LogNoteFiles.class).takeTyped(fileName, bytes);
      boolean refused = false;
      for (Noted entry : noted) {
        if (entry.state() == Noted.State.REFUSED) {
          refused = true;
          complain(entry.sentence());
        } else {
          say(entry.sentence());
        }
      }
      try (ProducerTemplate template = service.context().createProducerTemplate()) {
        template.requestBody("direct:derive-metrics", (Object) null);
      }
      beans.lookupByNameAndType("delivery", Delivery.class).deliver();
      StatusFiles.refreshStopped(settings);
      if (refused) {
        complain("What was typed lies in " + settings.inbox().resolve("failed") + ".");
      }
      return refused ? ExitCode.NOT_ALL_WELL : ExitCode.OK;
    }
  }
}
