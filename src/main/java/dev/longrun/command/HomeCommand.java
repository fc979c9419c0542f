package dev.longrun.command;

import dev.longrun.log.Database;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.HomeLock;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import dev.longrun.unpack.SqliteLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Option;

/** What the commands that work on a home share. */
abstract class HomeCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  HomeCommand(CommandContext context) {
    this.context = context;
  }

  CommandContext context() {
    return context;
  }

  void say(String line) {
    context.out().println(line);
    context.out().flush();
  }

  void complain(String line) {
    context.err().println(line);
    context.err().flush();
  }

  Settings settings() {
    return context.sources().read();
  }

  /** Makes the home if need be and takes it for this process; from here on log lines go into it. */
  HomeLock takeHome(Settings settings, String instead) {
    HomeFolders.create(settings);
    HomeLock lock = lock(settings, instead);
    Logs.intoHome(settings.home());
    return lock;
  }

  /** The same for commands that have nothing to do where there is no log. */
  HomeLock takeExistingHome(Settings settings, String instead) {
    requireHome(settings);
    return takeHome(settings, instead);
  }

  static void requireHome(Settings settings) {
    if (!Files.isRegularFile(database(settings))) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL,
          "There is no training log in " + settings.home() + " yet. \"longrun run\" (the service) or \"longrun once\" makes it;"
              + " LONGRUN_HOME says where.");
    }
  }

  /** To read from beside whoever writes. */
  static DataSource readOnlyLog(Settings settings) {
    requireHome(settings);
    SqliteLibrary.useWhenThere(settings.home());
    return Database.readOnly(database(settings), ProgramFolder.find().schema());
  }

  static Path database(Settings settings) {
    return settings.home().resolve("longrun.db");
  }

  private static HomeLock lock(Settings settings, String instead) {
    try {
      return HomeLock.take(settings.home());
    } catch (HomeLock.HomeInUse e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, e.getMessage() + ". " + instead);
    }
  }
}
