package dev.longrun.source.garmin;

import dev.longrun.LongrunUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One started program that polls one small site; every test begins with an empty log, an empty site and a fresh login. */
abstract class GarminUnderTest {
  @TempDir static Path home;
  static GarminSite site;
  static LongrunUnderTest longrun;

  @BeforeAll
  static void start() throws Exception {
    site = new GarminSite();
    var settings = site.settings(home);
    settings.put("source.longest-silence", "500");
    longrun = LongrunUnderTest.start(home, settings);
  }

  @AfterAll
  static void stop() {
    longrun.close();
    site.close();
  }

  @BeforeEach
  void beginAfresh() {
    longrun.forgetEverything();
    site.clear();
    site.settings(home);
  }

  static void poll() {
    longrun.call("poll-garmin");
  }

  static Object state(String column) {
    return longrun.value("select " + column + " from sync_state where source = 'garmin'");
  }
}
