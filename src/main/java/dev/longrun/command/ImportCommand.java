package dev.longrun.command;

import dev.longrun.inbox.FileKind;
import dev.longrun.log.PlainText;
import dev.longrun.log.derived.RestingHeartRateKnown;
import dev.longrun.report.ImportReports;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import dev.longrun.source.file.FileImport;
import dev.longrun.source.file.FileImports;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Activity files, folders of them and account exports into the log: by the running service, or by this process where none runs. */
@Command(
    name = "import",
    description = "Take activity files (.fit, .tcx, .gpx, also .gz), archives and account exports (.zip), or folders of them into the log.")
final class ImportCommand extends HomeCommand {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "A file, or a folder with everything in it.")
  private List<Path> paths;

  ImportCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    List<Path> files = files();
    Settings settings = settings();
    HomeFolders.create(settings);
    Optional<HomeLock> lock = takeIfFree(settings);
    if (lock.isEmpty()) {
      return handOver(settings, files);
    }
    try (HomeLock own = lock.get()) {
      Logs.intoHome(settings.home());
      int exitCode = importHere(settings, files);
      StatusFiles.refreshStopped(settings);
      return exitCode;
    }
  }

  /** Files and folders: a folder is one import. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        if (!known(path).isEmpty()) {
          files.add(path);
        }
      } else if (!Files.isReadable(path)) {
        throw new CommandFailure(ExitCode.USAGE, "There is no file " + path + " that can be read.");
      } else if (!isKnown(path)) {
        throw new CommandFailure(
            ExitCode.USAGE, path + " is neither an activity (.fit, .tcx, .gpx, also .gz) nor an archive (.zip); log notes and questions go into the inbox.");
      } else {
        files.add(path);
      }
    }
    if (files.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, "There are no activities and no archives in " + paths.get(0) + ".");
    }
    return files;
  }

  private static List<Path> known(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).filter(ImportCommand::isKnown).sorted().toList();
    }
  }

  private static boolean isKnown(Path path) {
    FileKind kind = FileKind.of(path.getFileName().toString());
    return kind == FileKind.ACTIVITY || kind == FileKind.ARCHIVE;
  }

  private static Optional<HomeLock> takeIfFree(Settings settings) {
    try {
      return Optional.of(HomeLock.take(settings.home()));
    } catch (HomeLock.HomeInUse e) {
      return Optional.empty();
    }
  }

  /** The running service finds them in its inbox like anything that is dropped there. */
  private int handOver(Settings settings, List<Path> files) throws IOException {
    for (Path path : files) {
      Path real = path.toRealPath();
      if (Files.isDirectory(real)) {
        handOverFolder(settings.inbox(), real);
      } else {
        Path hidden = settings.inbox().resolve("." + path.getFileName() + ".part");
        linkOrCopy(real, hidden);
        moveIntoInbox(settings.inbox(), hidden, path.getFileName().toString());
      }
    }
    say(
        String.format(
            Locale.ENGLISH,
            "Handed %,d %s over to the running service. What becomes of %s is told in %s; whatever cannot be used goes to %s.",
            files.size(), files.size() == 1 ? "file" : "files", files.size() == 1 ? "it" : "them", settings.outbox().resolve("imports"),
            settings.inbox().resolve("failed")));
    return ExitCode.OK;
  }

  /** On the same disk an export of many GiB needs no second copy. */
  private static void linkOrCopy(Path file, Path target) throws IOException {
    Files.deleteIfExists(target);
    try {
      Files.createLink(target, file);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** With everything in it, because the lists of an unpacked export say what its files are. */
  private static void handOverFolder(Path inbox, Path folder) throws IOException {
    Path hidden = Files.createTempDirectory(inbox, ".import-");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))::iterator) {
        Path target = hidden.resolve(folder.relativize(file).toString());
        Files.createDirectories(target.getParent());
        linkOrCopy(file, target);
      }
    }
    moveIntoInbox(inbox, hidden, folder.getFileName().toString());
  }

  private static void moveIntoInbox(Path inbox, Path hidden, String name) throws IOException {
    for (int i = 1; ; i++) {
      try {
        Files.move(hidden, inbox.resolve(i == 1 ? name : i + "-" + name));
        // The same file named twice: nothing was moved, because it is there already.
        Files.deleteIfExists(hidden);
        return;
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
        // One of that name waits there already.
      }
    }
  }

  private int importHere(Settings settings, List<Path> files) throws Exception {
    try (LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      service.start();
      Tally before = Tally.of(service.database().reader());
      boolean allWell = true;
      List<Long> imports = new ArrayList<>();
      ShareProgress progress = new ShareProgress(context().out());
      for (Path file : files) {
        allWell &= importOne(service, file, progress, imports);
      }
      say("Deriving load, fitness and fatigue");
      try (ProducerTemplate template = service.context().createProducerTemplate()) {
        template.requestBody("direct:derive-metrics", (Object) null);
      }
      List<String> changes = Tally.of(service.database().reader()).since(before);
      say(changes.isEmpty() ? "Nothing new." : "Done: " + String.join(", ", changes) + ".");
      say(service.context().getRegistry().lookupByNameAndType("importReports", ImportReports.class).line(imports));
      RestingHeartRateKnown.missing(service.database().reading()).ifPresent(this::say);
      return allWell ? ExitCode.OK : ExitCode.NOT_ALL_WELL;
    }
  }

  private boolean importOne(LongrunService service, Path file, ShareProgress progress, List<Long> imports) {
    Registry beans = service.context().getRegistry();
    FileImports fileImports = beans.lookupByNameAndType("fileImports", FileImports.class);
    ImportReports reports = beans.lookupByNameAndType("importReports", ImportReports.class);
    FileImport work = fileImports.beginAtHome(file);
    imports.add(work.getImportId());
    while (work.isUnfinished()) {
      fileImports.goOn(work, false);
      if (work.isUnfinished()) {
        progress.show(FileImports.progressLine(work));
        reports.write(work.getImportId());
      }
    }
    progress.end();
    Optional<Path> report = reports.write(work.getImportId());
    report.ifPresent(path -> say("Written: " + path));
    if (work.getRefusal() != null) {
      complain(PlainText.line(file.toString()) + ": " + work.getRefusal());
    } else if (work.getPutAside() > 0) {
      complain(
          PlainText.line(file.toString()) + ": " + work.getPutAside() + (work.getPutAside() == 1 ? " thing" : " things")
              + " in it could not be used; the report says why.");
    }
    return work.getRefusal() == null && work.getPutAside() == 0;
  }
}
