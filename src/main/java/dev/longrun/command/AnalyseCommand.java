package dev.longrun.command;

import dev.longrun.analysis.Analysis;
import dev.longrun.analysis.AnalysisQuestion;
import dev.longrun.analysis.Page;
import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.report.Outbox;
import dev.longrun.settings.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers the questions of the mission from the log. Only reads it, so it works beside the service, and takes no lock. */
@Command(name = "analyse", description = "Say what months and years of running show: a page a question, also in the outbox.")
final class AnalyseCommand extends HomeCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "QUESTION",
      description = "performance, body, fatigue, conditions or history; all of them when none is given.")
  private List<String> questions = new ArrayList<>();

  @Spec private CommandSpec spec;

  AnalyseCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    Set<AnalysisQuestion> asked = asked();
    Settings settings = settings();
    Analysis analysis = new Analysis(settings, Database.reading(readOnlyLog(settings)));
    if (!analysis.isOfThisVersion()) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL, "The training log was made by an older Longrun. \"longrun once\" (or the service) brings it up to date.");
    }
    Outbox outbox = new Outbox(settings.outbox());
    List<String> written = new ArrayList<>();
    for (AnalysisQuestion question : asked) {
      Page page = analysis.page(question);
      say(page.text());
      String file = "analysis/" + question.id() + ".md";
      outbox.write(file, page.markdown());
      written.add("Written: " + settings.outbox().resolve(file));
    }
    written.forEach(this::say);
    return ExitCode.OK;
  }

  /** Each once, in the order in which they were asked for. */
  private Set<AnalysisQuestion> asked() {
    return questions.isEmpty()
        ? EnumSet.allOf(AnalysisQuestion.class)
        : questions.stream().map(this::question).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private AnalysisQuestion question(String word) {
    return AnalysisQuestion.of(word)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no page '%s', but %s"
                        .formatted(
                            PlainText.line(word),
                            Stream.of(AnalysisQuestion.values()).map(AnalysisQuestion::id).collect(Collectors.joining(", ")))));
  }
}
