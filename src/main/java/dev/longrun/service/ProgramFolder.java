package dev.longrun.service;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the program's own files are: the folder that holds {@code routes/} and {@code schema/}. Beside {@code lib/} in the
 * packaged program, the project's root when started from its classes; the working directory does not matter.
 */
public record ProgramFolder(Path path) {

  public static ProgramFolder find() {
    Path code;
    try {
      code = Path.of(ProgramFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program cannot tell where it is", e);
    }
    return Stream.iterate(code, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("routes")) && Files.isDirectory(folder.resolve("schema")))
        .findFirst()
        .map(ProgramFolder::new)
        .orElseThrow(() -> new IllegalStateException("No routes/ and schema/ beside or above " + code));
  }

  public Path routes() {
    return path.resolve("routes");
  }

  public Path schema() {
    return path.resolve("schema");
  }
}
