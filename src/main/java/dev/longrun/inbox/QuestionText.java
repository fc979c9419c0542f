package dev.longrun.inbox;

/** The words of a question file: UTF-8, else Windows-1252, without a byte order mark. */
final class QuestionText {
  /** Nobody asks a question of more than a few pages, and a model could not read it. */
  static final int MOST_BYTES = 16 * 1024;

  private QuestionText() {}

  /** @throws RefusedFile when the bytes are no question */
  static String of(byte[] bytes) throws RefusedFile {
    if (bytes.length > MOST_BYTES) {
      throw new RefusedFile("The question is longer than 16 KiB; ask it in fewer words.");
    }
    String text = DroppedText.of(bytes);
    text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new RefusedFile("The file is empty; write the question into it and drop it again.");
    }
    return text;
  }
}
