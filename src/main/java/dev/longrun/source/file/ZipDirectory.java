package dev.longrun.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory at the end of an archive, looked at before anything holds it in memory: how many entries there are and what they say
 * they unpack to.
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int WINDOW_BYTES = 1 << 20;
  private static final long UNKNOWN = 0xFFFFFFFFL;

  private static final String DAMAGED = "The archive is cut off or damaged: download or copy it again.";

  private ZipDirectory() {}

  /** @throws UnusableFile when the archive is none, or an attack */
  static void check(Path archive) throws IOException {
    try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ)) {
      walk(channel, offset(channel));
    }
  }

  private static long offset(FileChannel channel) throws IOException {
    long size = channel.size();
    int length = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
    ByteBuffer tail = read(channel, size - length, length);
    for (int at = length - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        long offset = tail.getInt(at + 16) & UNKNOWN;
        long directoryBytes = tail.getInt(at + 12) & UNKNOWN;
        if (offset == UNKNOWN || directoryBytes == UNKNOWN || (tail.getShort(at + 10) & 0xFFFF) == 0xFFFF) {
          return largeOffset(channel, size - length + at, offset);
        }
        return offset;
      }
    }
    throw UnusableFile.whole(DAMAGED);
  }

  /** Of an archive of more than 4 GiB or 65,535 entries. */
  private static long largeOffset(FileChannel channel, long end, long smallOffset) throws IOException {
    if (end < LOCATOR_BYTES) {
      return smallOffset;
    }
    ByteBuffer locator = read(channel, end - LOCATOR_BYTES, LOCATOR_BYTES);
    if (locator.getInt(0) != LOCATOR_SIGNATURE) {
      return smallOffset;
    }
    long at = locator.getLong(8);
    if (at < 0 || at > channel.size() - 56) {
      throw UnusableFile.whole(DAMAGED);
    }
    return read(channel, at, 56).getLong(48);
  }

  private static void walk(FileChannel channel, long offset) throws IOException {
    if (offset < 0 || offset > channel.size()) {
      throw UnusableFile.whole(DAMAGED);
    }
    long position = offset;
    long entries = 0;
    long unpacked = 0;
    ByteBuffer window = read(channel, position, (int) Math.min(WINDOW_BYTES, channel.size() - position));
    int at = 0;
    while (true) {
      if (at + ENTRY_BYTES > window.limit()) {
        position += at;
        at = 0;
        window = read(channel, position, (int) Math.max(0, Math.min(WINDOW_BYTES, channel.size() - position)));
        if (window.limit() < ENTRY_BYTES) {
          break;
        }
      }
      if (window.getInt(at) != ENTRY_SIGNATURE) {
        break;
      }
      long size = window.getInt(at + 24) & UNKNOWN;
      unpacked += size == UNKNOWN ? 0 : size;
      if (++entries > Limits.ENTRIES) {
        throw UnusableFile.whole("The archive has more than " + Limits.ENTRIES + " entries, which no export has.");
      }
      at += ENTRY_BYTES + (window.getShort(at + 28) & 0xFFFF) + (window.getShort(at + 30) & 0xFFFF) + (window.getShort(at + 32) & 0xFFFF);
      if (at > window.limit()) {
        position += at;
        at = 0;
        window = read(channel, position, (int) Math.max(0, Math.min(WINDOW_BYTES, channel.size() - position)));
      }
    }
    if (entries == 0 && offset + END_BYTES < channel.size() - LONGEST_COMMENT) {
      throw UnusableFile.whole(DAMAGED);
    }
    if (unpacked > Limits.UNPACKED_BYTES || unpacked > Limits.RATIO_FROM_BYTES && unpacked / Limits.RATIO > channel.size()) {
      throw UnusableFile.whole("The archive says that it unpacks to " + (unpacked >> 20) + " MiB, which is a bomb and no export.");
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return buffer.flip();
  }
}
