package dev.longrun.command;

import dev.longrun.log.DatabaseTrouble;
import dev.longrun.service.Failures;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.HomeLock;
import dev.longrun.settings.BadSetting;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: one class per command; without one, Longrun runs as the service. */
@Command(
    name = "longrun",
    header = "A local running coach that never sleeps.",
    description = "Without a command it runs as the service. Settings: see .env.example.",
    synopsisSubcommandLabel = "[COMMAND]",
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      OnceCommand.class,
      DemoCommand.class,
      StatusCommand.class,
      DoctorCommand.class,
      NoteCommand.class,
      SummariseCommand.class,
      AnalyseCommand.class,
      EvaluateCommand.class,
      ConnectCommand.class,
      ImportCommand.class,
      RebuildCommand.class,
      PurgeCommand.class,
      VersionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class LongrunCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  LongrunCommand(CommandContext context) {
    this.context = context;
  }

  /** @return the exit code: 0 all is well, 1 something was put aside or failed, 2 bad settings or usage */
  public static int execute(CommandContext context, String... arguments) {
    CommandLine commandLine = new CommandLine(LongrunCommand.class, new ContextFactory(context));
    commandLine.setOut(context.out());
    commandLine.setErr(context.err());
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler((e, given) -> usage(context, e));
    commandLine.setExecutionExceptionHandler((e, line, result) -> failure(context, e));
    int exitCode = execute(context, commandLine, arguments);
    context.out().flush();
    context.err().flush();
    return exitCode;
  }

  /** An error of the Java machine (a part of it that is missing, no memory) is told like any other failure. */
  private static int execute(CommandContext context, CommandLine commandLine, String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (Error e) {
      return unexpected(context, e);
    }
  }

  @Override
  public Integer call() throws Exception {
    return new RunCommand(context).call();
  }

  private static int usage(CommandContext context, CommandLine.ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    context.err().println(e.getMessage().strip() + ". \"" + name + " --help\" says what is possible.");
    return ExitCode.USAGE;
  }

  private static int failure(CommandContext context, Exception e) {
    if (e instanceof BadSetting bad) {
      bad.findings().forEach(context.err()::println);
      return ExitCode.USAGE;
    }
    if (e instanceof CommandFailure failure) {
      context.err().println(failure.getMessage());
      return failure.exitCode();
    }
    if (e instanceof HomeLock.HomeInUse || e instanceof HomeFolders.NoFolder || e instanceof DatabaseTrouble) {
      // Not as a warning: the console of the service would say it twice.
      LoggerFactory.getLogger(LongrunCommand.class).info("{}", e.getMessage());
      context.err().println(e.getMessage());
      return ExitCode.NOT_ALL_WELL;
    }
    return unexpected(context, e);
  }

  private static int unexpected(CommandContext context, Throwable e) {
    LoggerFactory.getLogger(LongrunCommand.class).error("The command failed", e);
    context.err().println(Failures.sentence(e));
    return ExitCode.NOT_ALL_WELL;
  }

  /** Hands the context to every command that asks for it. */
  private record ContextFactory(CommandContext context) implements CommandLine.IFactory {
    @Override
    public <T> T create(Class<T> type) throws Exception {
      try {
        return type.cast(type.getDeclaredConstructor(CommandContext.class).newInstance(context));
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
