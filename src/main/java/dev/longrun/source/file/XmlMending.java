package dev.longrun.source.file;

import java.io.IOException;
import java.io.Reader;

/**
 * Makes XML of what programs write instead: a bare {@code &} or {@code <} in a text stands for itself, a reference to a character
 * that cannot be and a control character are lost, comments are passed by. What is right goes through as it is.
 */
final class XmlMending extends Reader {
  /** No entity that counts is longer than {@code &#x10FFFF;}; neither is {@code <![CDATA[}. */
  private static final int LOOK_AHEAD = 16;

  private enum In {
    TEXT,
    TAG,
    COMMENT,
    CDATA,
    DECLARATION
  }

  private final Reader input;
  private final char[] buffer = new char[1 << 14];
  private int at;
  private int end;
  private boolean ended;
  private In in = In.TEXT;
  private char quote;
  private String mended = "";
  private int mendedAt;

  XmlMending(Reader input) {
    this.input = input;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (mendedAt < mended.length()) {
        target[offset + written++] = mended.charAt(mendedAt++);
      } else if (!hasMore()) {
        break;
      } else if (isPlain(buffer[at])) {
        target[offset + written++] = buffer[at++];
      } else {
        mended = special(buffer[at]);
        mendedAt = 0;
      }
    }
    return written == 0 && length > 0 ? -1 : written;
  }

  /** What goes through without a look at what follows: nearly everything. */
  private boolean isPlain(char one) {
    return in != In.COMMENT && one >= ' ' && one != '&' && one != '<' && one != '>' && one != ']' && one != '"' && one != '\'' && one < 0xD800;
  }

  /** Takes one character, or several that belong together, and says what to make of them. */
  private String special(char one) {
    if (in == In.COMMENT) {
      if (starts("-->")) {
        at += 3;
        in = In.TEXT;
      } else {
        at++;
      }
      return "";
    }
    return switch (one) {
      case '&' -> in == In.TEXT || in == In.TAG ? reference() : taken(1);
      case '<' -> opening();
      case '>' -> closing();
      case ']' -> bracket();
      case '"', '\'' -> quoted(one);
      case '\t', '\n', '\r' -> taken(1);
      default -> character(one);
    };
  }

  private String opening() {
    if (in == In.TAG && quote != 0) {
      at++;
      return "&lt;";
    }
    if (in != In.TEXT) {
      return taken(1);
    }
    if (starts("<!--")) {
      in = In.COMMENT;
      at += 4;
      return "";
    }
    if (starts("<![CDATA[")) {
      in = In.CDATA;
      return taken(9);
    }
    char next = ahead(1);
    if (next == '!' || next == '?') {
      in = In.DECLARATION;
      return taken(2);
    }
    if (next == '/' || next == '_' || next == ':' || Character.isLetter(next) || next == 0) {
      in = In.TAG;
      quote = 0;
      return taken(1);
    }
    at++;
    return "&lt;";
  }

  private String closing() {
    if (in == In.DECLARATION || in == In.TAG && quote == 0) {
      in = In.TEXT;
    }
    return taken(1);
  }

  private String bracket() {
    if (!starts("]]>")) {
      return taken(1);
    }
    if (in == In.CDATA) {
      in = In.TEXT;
      return taken(3);
    }
    at += 3;
    return "]]&gt;";
  }

  private String quoted(char one) {
    if (in == In.TAG) {
      quote = quote == 0 ? one : quote == one ? 0 : quote;
    }
    return taken(1);
  }

  private String reference() {
    int length = 1;
    while (length < LOOK_AHEAD && (Character.isLetterOrDigit(ahead(length)) || ahead(length) == '#' && length == 1)) {
      length++;
    }
    String name = new String(buffer, at + 1, length - 1);
    boolean closed = ahead(length) == ';';
    if (name.startsWith("#")) {
      int code = code(name);
      if (closed && isCharacter(code)) {
        return taken(length + 1);
      }
      if (code >= 0 || name.length() == 1 && closed) {
        at += closed ? length + 1 : length;
        return "";
      }
    } else if (closed && (name.equals("amp") || name.equals("lt") || name.equals("gt") || name.equals("quot") || name.equals("apos"))) {
      return taken(length + 1);
    }
    at++;
    return "&amp;";
  }

  /** The number of a reference to a character, -1 when it is none; a larger one than any is one all the same. */
  private static int code(String name) {
    boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
    String digits = name.substring(hexadecimal ? 2 : 1);
    if (!digits.matches(hexadecimal ? "[0-9a-fA-F]+" : "[0-9]+")) {
      return -1;
    }
    return digits.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(digits, hexadecimal ? 16 : 10);
  }

  private String character(char one) {
    if (Character.isHighSurrogate(one) && Character.isLowSurrogate(ahead(1))) {
      return taken(2);
    }
    if (isCharacter(one)) {
      return taken(1);
    }
    at++;
    return "";
  }

  /** XML 1.0, section 2.2. */
  private static boolean isCharacter(int code) {
    return code == 9 || code == 10 || code == 13 || code >= 0x20 && code <= 0xD7FF || code >= 0xE000 && code <= 0xFFFD
        || code >= 0x10000 && code <= 0x10FFFF;
  }

  private String taken(int length) {
    String same = new String(buffer, at, Math.min(length, end - at));
    at += same.length();
    return same;
  }

  private char ahead(int by) {
    return at + by < end ? buffer[at + by] : 0;
  }

  private boolean starts(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (ahead(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Sees to it that what has to be looked at together lies in the buffer. */
  private boolean hasMore() throws IOException {
    if (!ended && end - at < LOOK_AHEAD + 2) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
      while (!ended && end < LOOK_AHEAD + 2) {
        int count = input.read(buffer, end, buffer.length - end);
        ended = count < 0;
        end += Math.max(0, count);
      }
    }
    return at < end;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
