package dev.longrun.command;

import dev.longrun.command.doctor.Checkup;
import dev.longrun.command.doctor.Finding;
import dev.longrun.settings.SettingsReader;
import java.util.List;
import picocli.CommandLine.Command;

/** Looks at everything Longrun needs and says how to mend what is wrong. Only reads; starts in spite of bad settings. */
@Command(
    name = "doctor",
    description = "Check settings, folders, database, tokens, the model and Chroma; say how to mend what is wrong.")
final class DoctorCommand extends HomeCommand {
  DoctorCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    SettingsReader.Reading reading = context().sources().check();
    boolean allWell = true;
    for (Checkup checkup : Checkup.all(context().sources(), reading)) {
      say(checkup.title());
      List<Finding> findings = checkup.findings();
      findings.forEach(finding -> say("  " + finding));
      allWell &= findings.stream().noneMatch(Finding::mustBeMended);
    }
    say("");
    say(allWell ? "All is well." : "Something needs mending: the lines that begin with MEND say what and how.");
    return allWell ? ExitCode.OK : ExitCode.NOT_ALL_WELL;
  }
}
