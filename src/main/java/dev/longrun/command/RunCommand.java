package dev.longrun.command;

import dev.longrun.report.SourceSetup;
import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.PresentSettings;
import dev.longrun.settings.Settings;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** The service: polls, watches the inbox, answers and summarises until it is told to stop. */
@Command(name = "run", description = "Run as the service, until told to stop (the default).")
final class RunCommand extends HomeCommand {
  private static final String INSTEAD =
      "It takes what you drop into its inbox; \"longrun status\" says how it is. To start it anew, stop it first.";

  RunCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    HomeLock lock = takeHome(settings, INSTEAD);
    Logs.warningsOnConsole();
    CountDownLatch stopped = new CountDownLatch(1);
    LongrunService service = null;
    try {
      service = new LongrunService(PresentSettings.of(settings, context().sources()), ProgramFolder.find(), true, Map.of());
      stopOnSignal(settings, service, lock, stopped);
      service.start();
    } catch (Exception e) {
      if (service != null) {
        service.close();
      }
      lock.close();
      throw e;
    }
    greet(settings);
    stopped.await();
    return ExitCode.OK;
  }

  private void greet(Settings settings) {
    say("Longrun is running on " + settings.home() + ". Stop it with Ctrl-C.");
    say("Ask by dropping a text file into " + settings.inbox() + "; answers and summaries appear in " + settings.outbox() + ".");
    SourceSetup.off(settings).forEach(this::say);
  }

  /** SIGTERM and Ctrl-C: what is under way is ended or left to the next start, then the home is free. */
  private static void stopOnSignal(Settings settings, LongrunService service, HomeLock lock, CountDownLatch stopped) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    service.close();
                    StatusFiles.refreshStopped(settings);
                  } catch (RuntimeException e) {
                    LoggerFactory.getLogger(RunCommand.class).warn("The service did not stop in good order", e);
                  }
                  lock.close();
                  stopped.countDown();
                },
                "stop"));
  }
}
