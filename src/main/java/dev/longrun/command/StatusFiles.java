package dev.longrun.command;

import dev.longrun.log.Database;
import dev.longrun.report.Outbox;
import dev.longrun.report.StatusReport;
import dev.longrun.settings.Settings;

/** The status files of the outbox once nothing runs any more. */
final class StatusFiles {
  private StatusFiles() {}

  static void refreshStopped(Settings settings) {
    new StatusReport(settings, Database.readOnly(HomeCommand.database(settings)), new Outbox(settings.outbox())).refreshStopped();
  }
}
