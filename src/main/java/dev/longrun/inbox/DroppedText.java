package dev.longrun.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file that somebody typed: UTF-8, else Windows-1252, without a byte order mark. */
final class DroppedText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private DroppedText() {}

  /** @throws RefusedFile when the bytes are no text */
  static String of(byte[] bytes) throws RefusedFile {
    String text = decode(bytes);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    if (text.chars().anyMatch(DroppedText::isBinary)) {
      throw new RefusedFile("The file is not text; it must be a plain text file in UTF-8 or Windows-1252.");
    }
    return text;
  }

  private static String decode(byte[] bytes) throws RefusedFile {
    // The byte order marks of UTF-16.
    int start = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    if (start == 0xFFFE || start == 0xFEFF) {
      throw new RefusedFile("The file is in UTF-16; save it as UTF-8 and drop it again.");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return WINDOWS_1252.decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private static boolean isBinary(int character) {
    boolean space = character == '\n' || character == '\r' || character == '\t' || character == '\f';
    return (character < 0x20 && !space) || character == 0x7F || character == 0xFFFD;
  }
}
