package dev.longrun.command;

import dev.longrun.coach.ModelAway;
import dev.longrun.coach.OllamaModel;
import dev.longrun.coach.evaluation.EvaluationRun;
import dev.longrun.coach.evaluation.ScoreCard;
import dev.longrun.coach.evaluation.ScoreCardPage;
import dev.longrun.coach.evaluation.ScoreCards;
import dev.longrun.coach.evaluation.Trial;
import dev.longrun.demo.DemoHome;
import dev.longrun.demo.EvaluationLog;
import dev.longrun.demo.OllamaCheck;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.HomeLock;
import dev.longrun.settings.Settings;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries the connected model on the made-up runner and says what it is good for. The runner's own log is not touched. */
@Command(
    name = "evaluate",
    description = "Try the connected model on a made-up runner and write its score card into outbox/evaluation; your own log is never touched.")
final class EvaluateCommand extends HomeCommand {
  @Spec private CommandSpec spec;

  @Option(names = "--draws", paramLabel = "N", defaultValue = "3", description = "How often everything is asked (default: 3).")
  private int draws;

  @Option(names = "--quick", description = "A few questions, once: decides nothing about the model.")
  private boolean quick;

  EvaluateCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if (draws < 1 || draws > 100) {
      throw new ParameterException(spec.commandLine(), "--draws is a number from 1 to 100.");
    }
    Settings settings = settings();
    requireModel(settings);
    say("Making the log of a runner who does not exist, for " + settings.ollama().model() + " to speak about.");
    ScoreCard card = card(settings, trials(settings));
    HomeFolders.create(settings);
    new ScoreCards(settings.outbox()).put(card, quick).forEach(file -> say("Written: " + file));
    say("");
    say(new ScoreCardPage(card).markdown().strip());
    return card.holds() ? ExitCode.OK : ExitCode.NOT_ALL_WELL;
  }

  private static void requireModel(Settings settings) throws InterruptedException {
    if (settings.ollama().isNone()) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "There is no model to evaluate: OLLAMA_MODEL is none.");
    }
    Optional<String> why = OllamaCheck.whyNoWords(settings.ollama());
    if (why.isPresent()) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "There is no model to evaluate: " + why.get());
    }
  }

  private List<Trial> trials(Settings own) throws Exception {
    DemoHome home = DemoHome.take(Files.createTempDirectory("longrun-evaluation"), own.home());
    try (EvaluationLog log = new EvaluationLog(home);
        HomeLock lock = takeHome(log.settings(), "Start the evaluation again.")) {
      return log.trials(quick);
    } finally {
      home.remove();
    }
  }

  private ScoreCard card(Settings settings, List<Trial> trials) {
    try (OllamaModel model = new OllamaModel(settings.ollama())) {
      return new EvaluationRun(model, settings.ollama().numCtx(), settings.clock(), this::say).card(trials, quick ? 1 : draws);
    } catch (ModelAway e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "No score card: " + e.getMessage());
    }
  }
}
