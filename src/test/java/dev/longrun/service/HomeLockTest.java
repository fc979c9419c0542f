package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @Test
  void aHomeHasOneOwnerAtATime(@TempDir Path home) {
    long pid = ProcessHandle.current().pid();
    try (HomeLock lock = HomeLock.take(home)) {
      assertThat(HomeLock.owner(home)).contains(pid);
      assertThatThrownBy(() -> HomeLock.take(home))
          .isInstanceOf(HomeLock.HomeInUse.class)
          .hasMessage("Longrun already runs on " + home + " (process " + pid + ")");
      assertThat(HomeLock.owner(home)).contains(pid);
    }
    assertThat(HomeLock.owner(home)).isEmpty();
    HomeLock.take(home).close();
  }

  @Test
  void aProcessIdThatAKillLeftBehindHindersNobody(@TempDir Path home) throws IOException {
    Files.writeString(home.resolve("longrun.lock"), "999999999\n");
    assertThat(HomeLock.owner(home)).isEmpty();
    HomeLock.take(home).close();
  }
}
