package dev.longrun.command;

import dev.longrun.demo.Demo;
import dev.longrun.demo.DemoHome;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.HomeLock;
import dev.longrun.settings.SettingName;
import dev.longrun.settings.SettingSources;
import dev.longrun.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job on a runner who does not exist, in a home of its own. */
@Command(
    name = "demo",
    description = "Show the main job on a made-up runner and simulated sites, in a home of its own; your own log is never touched.")
final class DemoCommand extends HomeCommand {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Where the demo's home is made, anew each time (default: longrun-demo in your home folder).")
  private Path home;

  DemoCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    // Whatever is wrong with the settings of the real home is not the demo's business; only the model is taken from there.
    Settings own = context().sources().check().settings();
    DemoHome demoHome = takeDemoHome(own);
    try (Demo demo = new Demo(demoHome, own.ollama(), Optional.empty(), context().out(), System.console() != null);
        HomeLock lock = takeHome(demo.settings(), "Wait until that demo has ended, or choose another folder with --home.")) {
      demoHome.clear();
      HomeFolders.create(demo.settings());
      List<String> failures = demo.run();
      StatusFiles.refreshStopped(settingsOf(demoHome));
      failures.forEach(this::complain);
      return failures.isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL_WELL;
    }
  }

  /** As other commands will find them, now that the simulated sites are gone. */
  private static Settings settingsOf(DemoHome demoHome) {
    return new SettingSources(Map.of(SettingName.LONGRUN_HOME.name(), demoHome.path().toString()), demoHome.path()).read();
  }

  private DemoHome takeDemoHome(Settings own) {
    Path folder = home == null ? Path.of(System.getProperty("user.home"), "longrun-demo") : home;
    try {
      return DemoHome.take(folder, own.home());
    } catch (DemoHome.NotForDemos e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, e.getMessage());
    }
  }
}
