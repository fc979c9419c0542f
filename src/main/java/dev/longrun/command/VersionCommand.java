package dev.longrun.command;

import dev.longrun.settings.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which Longrun this is, and what it runs on. */
@Command(name = "version", description = "Say which Longrun this is, and what it runs on.")
final class VersionCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  VersionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.out().println("Longrun " + Version.text() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name")
        + " " + System.getProperty("os.arch") + ")");
    return ExitCode.OK;
  }
}
