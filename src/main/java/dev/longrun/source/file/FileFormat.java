package dev.longrun.source.file;

import dev.longrun.log.record.FileIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The formats of single activities, told by what a file begins with: names lie, and Garmin calls everything a FIT file. */
enum FileFormat {
  FIT(FileIdentity.FIT) {
    @Override
    Decoded read(byte[] bytes) {
      return FitReader.read(bytes);
    }
  },
  TCX(FileIdentity.TCX) {
    @Override
    Decoded read(byte[] bytes) {
      return TcxReader.read(bytes);
    }
  },
  GPX(FileIdentity.GPX) {
    @Override
    Decoded read(byte[] bytes) {
      return GpxReader.read(bytes);
    }
  };

  /** The root of an XML file stands behind a declaration, comments and many namespaces. */
  private static final int LOOKED_AT_BYTES = 8192;

  private final String form;

  FileFormat(String form) {
    this.form = form;
  }

  /** As {@link FileIdentity} and the kind of a kept record name it. */
  String form() {
    return form;
  }

  /**
   * Reads all that is in it.
   *
   * @throws UnusableFile when there is nothing to use
   * @throws NoActivity when it is none and does not want to be; nothing else is thrown, whatever the bytes are
   */
  abstract Decoded read(byte[] bytes);

  static Optional<FileFormat> ofForm(String form) {
    for (FileFormat format : values()) {
      if (format.form.equals(form)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  static Optional<FileFormat> of(byte[] bytes) {
    if (FitReader.isFit(bytes)) {
      return Optional.of(FIT);
    }
    String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT_BYTES), StandardCharsets.ISO_8859_1).replace("\0", "");
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.contains("<trainingcenterdatabase") || lower.contains(":trainingcenterdatabase")) {
      return Optional.of(TCX);
    }
    return lower.contains("<gpx") || lower.contains(":gpx") ? Optional.of(GPX) : Optional.empty();
  }
}
