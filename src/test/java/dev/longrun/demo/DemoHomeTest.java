package dev.longrun.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoHomeTest {
  @TempDir private Path folder;

  @Test
  void takesANewAndAnEmptyFolder() throws Exception {
    assertThat(DemoHome.take(folder.resolve("new"), realHome()).path()).isDirectory();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(DemoHome.take(empty, realHome()).path()).isEqualTo(empty);
  }

  @Test
  void refusesAFolderWithSomethingInItThatNoDemoHasMade() throws Exception {
    Path home = Files.createDirectory(folder.resolve("longrun"));
    Files.writeString(home.resolve("longrun.db"), "years of running");
    assertThatThrownBy(() -> DemoHome.take(home, realHome())).isInstanceOf(DemoHome.NotForDemos.class).hasMessageContaining("--home");
    assertThat(home.resolve("longrun.db")).hasContent("years of running");
  }

  @Test
  void refusesTheRealHomeEvenWhenThereIsNothingInIt() {
    assertThatThrownBy(() -> DemoHome.take(realHome(), realHome())).isInstanceOf(DemoHome.NotForDemos.class);
    assertThat(realHome()).doesNotExist();
  }

  @Test
  void refusesALinkToTheRealHome() throws Exception {
    Files.createDirectory(realHome());
    Path link = Files.createSymbolicLink(folder.resolve("link"), realHome());
    assertThatThrownBy(() -> DemoHome.take(link, realHome())).isInstanceOf(DemoHome.NotForDemos.class);
    assertThat(realHome()).isEmptyDirectory();
  }

  @Test
  void startsAfreshAndDeletesNothingThatLongrunDoesNotMake() throws Exception {
    Path home = folder.resolve("demo");
    DemoHome.take(home, realHome());
    Files.createDirectories(home.resolve("outbox/answers"));
    Files.writeString(home.resolve("outbox/answers/old.md"), "old");
    Files.writeString(home.resolve("longrun.db"), "old");
    Files.writeString(home.resolve("my-notes.txt"), "mine");

    DemoHome.take(home, realHome()).clear();

    assertThat(home.resolve("outbox")).doesNotExist();
    assertThat(home.resolve("longrun.db")).doesNotExist();
    assertThat(home.resolve("my-notes.txt")).hasContent("mine");
  }

  @Test
  void doesNotFollowALinkOutOfTheFolder() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious.md"), "precious");
    Path home = folder.resolve("demo");
    DemoHome demoHome = DemoHome.take(home, realHome());
    Files.createSymbolicLink(home.resolve("outbox"), elsewhere);

    demoHome.clear();

    assertThat(elsewhere.resolve("precious.md")).hasContent("precious");
  }

  private Path realHome() {
    return folder.resolve("real-home");
  }
}
