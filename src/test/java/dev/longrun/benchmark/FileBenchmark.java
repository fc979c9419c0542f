package dev.longrun.benchmark;

import com.garmin.fit.Decode;
import dev.longrun.demo.site.SimulatedOllama;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import dev.longrun.settings.SettingsReader;
import dev.longrun.source.file.FileImport;
import dev.longrun.source.file.FileImports;
import dev.longrun.source.file.FileStages;
import dev.longrun.source.file.FitFile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Measures the import of files: {@code mvn -q -Pbenchmark verify -Dbenchmark.main=dev.longrun.benchmark.FileBenchmark}. The
 * system properties {@code benchmark.files} and {@code benchmark.export.mib} say how many hour-long runs, and how large the export is.
 */
public final class FileBenchmark {
  private static final Instant FIRST_RUN = Instant.parse("2020-01-01T06:00:00Z");
  private static final int HOUR_S = 3600;

  /** What code is measured that has been compiled. */
  private static final int WARM_UP_FILES = 30;

  private final Table table = new Table();
  private final Path folder;
  private final int count;
  private final int exportMiB;

  private FileBenchmark(Path folder, int count, int exportMiB) {
    this.folder = folder;
    this.count = count;
    this.exportMiB = exportMiB;
  }

  public static void main(String[] arguments) throws Exception {
    int count = Integer.getInteger("benchmark.files", 1000);
    int exportMiB = Integer.getInteger("benchmark.export.mib", 2048);
    Path folder = Files.createTempDirectory("longrun-file-benchmark");
    try {
      new FileBenchmark(folder, count, exportMiB).run();
    } finally {
      Benchmark.delete(folder);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    System.out.println(Machine.description());
    List<Path> files = makeRuns();
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    double mib = bytes / 1048576.0;
    files(files, mib);
    largeExport(files);
    table.print();
  }

  private List<Path> makeRuns() throws IOException {
    System.out.println("Making " + count + " runs of an hour");
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(Files.write(folder.resolve(String.format("run-%05d.fit", i)), run(i).bytes()));
    }
    return files;
  }

  /** What a watch of today records every second. */
  private static FitFile run(int number) {
    return FitFile.startingAt(FIRST_RUN.plus(Duration.ofDays(number)).toString())
        .seconds(HOUR_S)
        .speed(3 + number % 10 / 10.0)
        .records(
            (second, point) -> {
              point.setHeartRate((short) (130 + (second * 7 + number) % 40));
              point.setEnhancedAltitude((float) (20 + 10 * Math.sin(second / 200.0)));
              point.setEnhancedSpeed(3.2f);
              point.setPower(240 + second % 30);
              point.setFractionalCadence(second % 2 / 2f);
              point.setTemperature((byte) 12);
              point.setVerticalOscillation(80f + second % 5);
              point.setStanceTime(240f + second % 9);
            });
  }

  private void files(List<Path> files, double mib) throws Exception {
    decode(files.subList(0, Math.min(WARM_UP_FILES, files.size())));
    double decode = decode(files);
    try (SimulatedOllama ollama = new SimulatedOllama()) {
      Settings settings = new SettingsReader(Home.withoutSources(folder.resolve("home"), ollama)).read();
      HomeFolders.create(settings);
      try (LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
        service.start();
        FileImports imports = service.context().getRegistry().lookupByNameAndType("fileImports", FileImports.class);
        Path archive = archive(files);
        double first = importAll(imports, archive);
        double again = importAll(imports, archive);
        table.add("plain decode by the SDK, " + files.size() + " files of an hour", rate(files.size(), mib, decode));
        table.add("import of them, in one archive", rate(files.size(), mib, first));
        double ratio = first / decode;
        table.add("  times the plain decode", String.format(Locale.ROOT, "%.2f", ratio), "< 1.5", ratio < 1.5);
        stages(files.subList(0, Math.min(200, files.size())), first / files.size());
        table.add("import of what is known", rate(files.size(), mib, again));
        table.add("  times faster", String.format(Locale.ROOT, "%.0f", first / again), "> 10", first / again > 10);
      }
    }
  }

  private static String rate(int files, double mib, double seconds) {
    return String.format(Locale.ROOT, "%.1f s, %.0f files/s, %.1f MiB/s", seconds, files / seconds, mib / seconds);
  }

  private static double decode(List<Path> files) throws IOException {
    AtomicLong messages = new AtomicLong();
    long start = System.nanoTime();
    for (Path file : files) {
      new Decode().read(new ByteArrayInputStream(Files.readAllBytes(file)), message -> messages.incrementAndGet());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Path archive(List<Path> files) throws IOException {
    Path archive = folder.resolve("runs.zip");
    try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16))) {
      for (Path file : files) {
        store(zip, file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return archive;
  }

  private static double importAll(FileImports imports, Path archive) {
    long start = System.nanoTime();
    FileImport work = imports.beginAtHome(archive);
    while (work.isUnfinished()) {
      imports.goOn(work, false);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void stages(List<Path> files, double wholeS) throws IOException {
    Map<String, Double> stages = FileStages.seconds(files);
    double known = 0;
    for (Map.Entry<String, Double> stage : stages.entrySet()) {
      double share = stage.getValue() / files.size() / wholeS;
      known += share;
      table.add("  of which " + stage.getKey(), String.format(Locale.ROOT, "%.0f %%", 100 * share));
    }
    table.add("  of which the database and the rest", String.format(Locale.ROOT, "%.0f %%", 100 * (1 - known)));
  }

  /** Like Garmin's: archives in an archive, most of whose files are not runs. */
  private void largeExport(List<Path> files) throws Exception {
    Path export = folder.resolve("export.zip");
    System.out.println("Making an export of " + exportMiB + " MiB");
    makeExport(export, files);
    try (SimulatedOllama ollama = new SimulatedOllama()) {
      Map<String, String> settings = Home.withoutSources(folder.resolve("export-home"), ollama);
      long peakMiB = 0;
      double seconds;
      try (Program program = new Program(settings, "import", export.toString())) {
        Thread reader = new Thread(program::untilEndQuietly);
        reader.start();
        long start = System.nanoTime();
        while (reader.isAlive()) {
          peakMiB = Math.max(peakMiB, program.peakMiB());
          reader.join(100);
        }
        seconds = (System.nanoTime() - start) / 1e9;
      }
      table.add("an export of " + Files.size(export) / 1048576 + " MiB, start to end", String.format(Locale.ROOT, "%.0f s", seconds));
      table.add("  peak resident memory", peakMiB + " MiB", "< 300 MiB", peakMiB < 300);
    }
  }

  private void makeExport(Path export, List<Path> files) throws IOException {
    // A night that a watch has watched over: as large as a run, and none.
    byte[] sleep = run(0).type(com.garmin.fit.File.MONITORING_B).bytes();
    long left = exportMiB * 1048576L;
    try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(export), 1 << 16))) {
      int part = 0;
      int next = 0;
      while (left > 0) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (ZipOutputStream nested = new ZipOutputStream(inner)) {
          long room = Math.min(left, 24L << 20);
          for (int entry = 0; inner.size() < room; entry++) {
            boolean run = entry % 8 == 0 && next < files.size();
            store(nested, part + "-" + entry + ".fit", run ? Files.readAllBytes(files.get(next++)) : sleep);
          }
        }
        store(zip, "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part" + part++ + ".zip", inner.toByteArray());
        left -= inner.size();
      }
    }
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
