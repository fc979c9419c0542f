package dev.longrun.command;

import dev.longrun.analysis.Analysis;
import dev.longrun.analysis.AnalysisQuestion;
import dev.longrun.analysis.Page;
import dev.longrun.log.Database;
import dev.longrun.report.Outbox;
import dev.longrun.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Answers the questions of the mission from the log. Only reads it, so it works beside the service, and takes no lock. */
@Command(name = "analyse", description = "Say what months and years of running show: a page a question, also in the outbox.")
final class AnalyseCommand extends HomeCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "QUESTION",
      converter = QuestionConverter.class,
      description = "performance, body, fatigue, conditions or history; all of them when none is given.")
  private List<AnalysisQuestion> questions = new ArrayList<>();

  AnalyseCommand(CommandContext context) {
    super(context);
  }

  static final class QuestionConverter implements ITypeConverter<AnalysisQuestion> {
    @Override
    public AnalysisQuestion convert(String word) {
      return AnalysisQuestion.of(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "There is no page '" + word + "'; there are "
                          + Stream.of(AnalysisQuestion.values()).map(AnalysisQuestion::id).collect(Collectors.joining(", "))));
    }
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    requireHome(settings);
    Analysis analysis = new Analysis(settings, Database.readOnly(database(settings)));
    if (!analysis.isOfThisVersion()) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL, "The training log was made by an older Longrun. \"longrun once\" (or the service) brings it up to date.");
    }
    Outbox outbox = new Outbox(settings.outbox());
    Set<AnalysisQuestion> asked = new LinkedHashSet<>(questions.isEmpty() ? List.of(AnalysisQuestion.values()) : questions);
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
}
