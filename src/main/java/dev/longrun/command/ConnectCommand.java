package dev.longrun.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signing in once to the sites that know the runner's runs. */
@Command(
    name = "connect",
    description = "Connect an account of yours: sign in once on the site's own page. No password is seen or kept.",
    subcommands = {ConnectGarminCommand.class, ConnectStravaCommand.class})
final class ConnectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  ConnectCommand(CommandContext context) {}

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which account: garmin or strava?");
  }
}
