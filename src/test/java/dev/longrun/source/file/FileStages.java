package dev.longrun.source.file;

import dev.longrun.log.Sha256;
import dev.longrun.log.record.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of an import one by one, for the benchmark. */
public final class FileStages {
  private FileStages() {}

  /** What each step takes for all the files. */
  public static Map<String, Double> seconds(List<Path> files) throws IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    FileMapper mapper = new FileMapper(ZoneId.of("UTC"));
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      long start = System.nanoTime();
      Sha256.of(bytes);
      start = add(seconds, "recognising it (SHA-256)", start);
      Decoded decoded = FileFormat.FIT.read(bytes);
      start = add(seconds, "decoding", start);
      decoded.runs().forEach(recording -> mapper.judged("fit-x", recording, null));
      start = add(seconds, "cutting into kilometres", start);
      Payloads.compress(bytes);
      add(seconds, "packing the kept bytes", start);
    }
    return seconds;
  }

  private static long add(Map<String, Double> seconds, String stage, long start) {
    long now = System.nanoTime();
    seconds.merge(stage, (now - start) / 1e9, Double::sum);
    return now;
  }
}
