package dev.longrun.command;

import dev.longrun.report.Attention;
import dev.longrun.report.Status;
import dev.longrun.report.StatusReader;
import dev.longrun.report.StatusText;
import dev.longrun.service.HomeLock;
import dev.longrun.settings.Settings;
import java.util.OptionalLong;
import javax.sql.DataSource;
import picocli.CommandLine.Command;

/** Says how things are. Only reads: no lock, no migration, no route is started. */
@Command(name = "status", description = "Say what is connected, how fresh it is, what waits and what was put aside.")
final class StatusCommand extends HomeCommand {
  StatusCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    DataSource log = readOnlyLog(settings);
    OptionalLong service = HomeLock.owner(settings.home()).map(OptionalLong::of).orElse(OptionalLong.empty());
    Status status = new StatusReader(settings, log).read(service);
    context().out().print(StatusText.of(settings, status));
    Attention.text(settings, status).ifPresent(text -> context().out().print("\n" + text));
    context().out().flush();
    return ExitCode.OK;
  }
}
