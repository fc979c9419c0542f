package dev.longrun.log.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Raw answers as {@code source_record} keeps them: gzip, so that any tool can read them, named by their SHA-256. */
public final class Payloads {
  private Payloads() {}

  public static byte[] compress(byte[] payload) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new LevelledGzip(compressed, payload.length)) {
      gzip.write(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /** The recordings of devices are large and hardly get smaller by trying hard, which takes three times as long. */
  private static final class LevelledGzip extends GZIPOutputStream {
    private static final int LARGE_BYTES = 64 * 1024;

    LevelledGzip(ByteArrayOutputStream output, int length) throws IOException {
      super(output);
      def.setLevel(length < LARGE_BYTES ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_SPEED);
    }
  }

  public static byte[] decompress(byte[] compressed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("A kept source record cannot be unpacked", e);
    }
  }
}
