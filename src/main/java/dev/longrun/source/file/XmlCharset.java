package dev.longrun.source.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which encoding an XML file is: as its first bytes or its declaration say, else UTF-8. */
final class XmlCharset {
  private static final int DECLARATION_BYTES = 200;
  private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private XmlCharset() {}

  static Charset of(byte[] bytes) {
    int start = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    switch (start) {
      case 0xFEFF, 0xFFFE:
        return StandardCharsets.UTF_16;
      case 0x003C:
        return StandardCharsets.UTF_16BE;
      case 0x3C00:
        return StandardCharsets.UTF_16LE;
      default:
        return declared(new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1));
    }
  }

  private static Charset declared(String text) {
    Matcher matcher = ENCODING.matcher(text);
    // A declaration that can be read as ASCII cannot be one of UTF-16.
    boolean usable = matcher.find() && Charset.isSupported(matcher.group(1)) && !matcher.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16");
    return usable ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
  }
}
