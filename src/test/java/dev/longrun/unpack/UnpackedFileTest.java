package dev.longrun.unpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class UnpackedFileTest {
  private static final String RESOURCE = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();

  @TempDir Path folder;

  @Test
  void isUnpackedOnce() throws IOException {
    Path file = UnpackedFile.of(RESOURCE, folder.resolve("native/library.so"));
    assertThat(file).hasBinaryContent(UnpackedFileTest.class.getResourceAsStream(RESOURCE).readAllBytes());
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    UnpackedFile.of(RESOURCE, file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
  }

  @Test
  void isUnpackedAgainWhenItIsDamagedAlthoughItsSizeIsRight() throws IOException {
    Path file = UnpackedFile.of(RESOURCE, folder.resolve("library.so"));
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = whole.clone();
    damaged[whole.length / 2] ^= 1;
    Files.write(file, damaged);
    assertThat(UnpackedFile.of(RESOURCE, file)).hasBinaryContent(whole);
  }

  @Test
  void whatAKillLeftHalfDoneIsCleanedAway() throws IOException {
    Files.write(folder.resolve("library.so.part"), new byte[100]);
    Files.createDirectories(folder.resolve("0.1/old"));
    UnpackedFile.of(RESOURCE, folder.resolve("library.so"));
    UnpackedFile.keepOnly(folder, Set.of("library.so"));
    assertThat(folder.toFile().list()).containsExactly("library.so");
  }
}
