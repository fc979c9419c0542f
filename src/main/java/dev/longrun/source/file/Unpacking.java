package dev.longrun.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A stream that is being unpacked, stopped when it grows like no honest content does. */
final class Unpacking extends FilterInputStream {
  private final LongSupplier packedBytes;
  private final Budget budget;
  private long unpackedBytes;

  /** What a whole archive may still grow to, with the archives in it. */
  static final class Budget {
    private long left = Limits.UNPACKED_BYTES;

    private void spend(long bytes) {
      left -= bytes;
      if (left < 0) {
        throw UnusableFile.whole("The archive unpacks to more than " + (Limits.UNPACKED_BYTES >> 30) + " GiB, which no export does.");
      }
    }
  }

  /** @param packedBytes how many bytes have been read, or will be, of what is being unpacked */
  Unpacking(InputStream unpacked, LongSupplier packedBytes, Budget budget) {
    super(unpacked);
    this.packedBytes = packedBytes;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    if (one >= 0) {
      grew(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      grew(count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    // Skipped bytes are unpacked all the same.
    byte[] buffer = new byte[(int) Math.min(8192, Math.max(0, count))];
    long skipped = 0;
    while (skipped < count) {
      int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void grew(int bytes) {
    unpackedBytes += bytes;
    budget.spend(bytes);
    if (unpackedBytes > Limits.RATIO_FROM_BYTES && unpackedBytes / Limits.RATIO > Math.max(1, packedBytes.getAsLong())) {
      throw UnusableFile.whole("Something is packed more than " + Limits.RATIO + " to 1, which is a bomb and no activity.");
    }
  }
}
