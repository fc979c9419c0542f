package dev.longrun.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program as a process of its own. */
final class Program implements AutoCloseable {
  private static final Path LAUNCHER = Path.of("target/longrun/bin/longrun").toAbsolutePath();

  private final Process process;
  private final long startedAtNanos = System.nanoTime();
  private final BufferedReader output;

  Program(Map<String, String> settings, String... arguments) throws IOException {
    if (!Files.isExecutable(LAUNCHER)) {
      throw new IllegalStateException("There is no " + LAUNCHER + "; package the program first");
    }
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    this.process = builder.start();
    this.output = process.inputReader();
  }

  /** Waits for a line that begins so. */
  Duration untilSaid(String beginning) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(beginning)) {
        return sinceStart();
      }
    }
    throw new IllegalStateException("The program ended without saying \"" + beginning + "\", but:\n" + said);
  }

  /** Waits for its end. */
  Duration untilEnd() throws IOException, InterruptedException {
    while (output.readLine() != null) {
      // What it says is not of interest.
    }
    process.waitFor();
    return sinceStart();
  }

  /** The same for a thread of its own. */
  void untilEndQuietly() {
    try {
      untilEnd();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - startedAtNanos);
  }

  /** Resident memory in MiB. */
  long residentMiB() throws IOException {
    return memoryMiB("VmRSS:");
  }

  /** The most it has ever been; 0 once the program has ended. */
  long peakMiB() throws IOException {
    return process.isAlive() ? memoryMiB("VmHWM:") : 0;
  }

  private long memoryMiB(String field) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** Whether the native library that runs the embedding model is in the process. */
  boolean hasEmbeddings() throws IOException {
    return Files.readString(Path.of("/proc/" + process.pid() + "/maps")).contains("onnxruntime");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
