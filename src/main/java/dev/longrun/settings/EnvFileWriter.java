package dev.longrun.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Sets values in a {@code .env} file and leaves every other line as it is: mode 0600, replaced as a whole. */
public final class EnvFileWriter {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:@+-]+");

  private EnvFileWriter() {}

  public static void set(Path file, Map<SettingName, String> values) throws IOException {
    Map<SettingName, String> left = new LinkedHashMap<>(values);
    List<String> lines = new ArrayList<>();
    for (String line : Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.<String>of()) {
      SettingName name = named(line, values);
      if (name == null) {
        lines.add(line);
      } else if (left.remove(name) != null) {
        lines.add(name + "=" + written(values.get(name)));
      }
    }
    left.forEach((name, value) -> lines.add(name + "=" + written(value)));
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    Files.createDirectories(target.toAbsolutePath().getParent());
    boolean posix = Files.getFileStore(target.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    FileAttribute<?>[] ownerOnly =
        posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    Path beside = target.resolveSibling(target.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(beside, ownerOnly);
    Files.write(beside, lines, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static SettingName named(String line, Map<SettingName, String> values) {
    return values.keySet().stream()
        .filter(name -> line.strip().matches("(export\\s+)?" + name + "\\s*=.*"))
        .findFirst()
        .orElse(null);
  }

  private static String written(String value) {
    if (BARE.matcher(value).matches()) {
      return value;
    }
    return value.contains("'") ? "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : "'" + value + "'";
  }
}
