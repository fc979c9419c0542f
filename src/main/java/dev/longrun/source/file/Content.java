package dev.longrun.source.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of one activity file, out of whatever compression it lay in. */
final class Content {
  private Content() {}

  static boolean isGzip(byte[] start) {
    return start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
  }

  static boolean isZip(byte[] start) {
    return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
  }

  /**
   * All of a stream, and all of what is in it when that is compressed; what is cut off gives what came before.
   *
   * @throws UnusableFile when it is too large
   */
  static byte[] of(InputStream input, Unpacking.Budget budget) throws IOException {
    byte[] bytes = limited(input);
    if (!isGzip(bytes)) {
      return bytes;
    }
    long packed = bytes.length;
    byte[] inside;
    try (InputStream unpacked = new Unpacking(gunzip(bytes), () -> packed, budget)) {
      inside = whatComes(unpacked);
    } catch (EOFException e) {
      throw new UnusableFile("The file is cut off before anything of it can be unpacked: copy or download it again.");
    } catch (ZipException e) {
      throw new UnusableFile("The file ends in .gz or begins like it, but cannot be unpacked.");
    }
    if (isGzip(inside) || isZip(inside)) {
      throw new UnusableFile("The file is packed several times over; unpack it once and drop it again.");
    }
    return inside;
  }

  private static InputStream gunzip(byte[] bytes) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16);
  }

  private static byte[] whatComes(InputStream input) throws IOException {
    byte[] collected = new byte[1 << 16];
    int size = 0;
    try {
      while (true) {
        if (size == collected.length) {
          collected = Arrays.copyOf(collected, (int) Math.min(Limits.ACTIVITY_BYTES + 1, 2L * size));
        }
        int count = input.read(collected, size, collected.length - size);
        if (count < 0) {
          break;
        }
        size += count;
        tooLarge(size);
      }
    } catch (EOFException | ZipException e) {
      if (size == 0) {
        throw e;
      }
      // Cut off: the reader of the format says what of it is whole.
    }
    return Arrays.copyOf(collected, size);
  }

  private static byte[] limited(InputStream input) throws IOException {
    byte[] bytes = new BufferedInputStream(input).readNBytes((int) Limits.ACTIVITY_BYTES + 1);
    tooLarge(bytes.length);
    return bytes;
  }

  private static void tooLarge(long size) {
    if (size > Limits.ACTIVITY_BYTES) {
      throw new UnusableFile("The file is larger than " + (Limits.ACTIVITY_BYTES >> 20) + " MiB, which no activity is.");
    }
  }
}
