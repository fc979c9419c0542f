package dev.longrun.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.coach.evaluation.Trial;
import dev.longrun.service.HomeFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationLogTest {
  @TempDir private Path folder;

  @Test
  void everyTrialHasSomethingToChooseFromAndEveryHostileTextIsBeforeTheModel() throws Exception {
    DemoHome home = DemoHome.take(folder.resolve("evaluation"), folder.resolve("real-home"));
    List<Trial> trials;
    try (EvaluationLog log = new EvaluationLog(home)) {
      HomeFolders.create(log.settings());
      trials = log.trials(false);
    }
    home.remove();

    assertThat(trials).hasSize(22).allSatisfy(trial -> assertThat(trial.needed()).as(trial.name()).isNotEmpty());
    assertThat(trials).filteredOn(trial -> trial.trace() != null).hasSize(10).allSatisfy(trial -> assertThat(read(trial)).as(trial.name()).contains(mark(trial)));
    assertThat(home.path()).doesNotExist();
  }

  /** Some ask for what is not in their own text: the prompt. */
  private static String mark(Trial trial) {
    return trial.name().endsWith("prompt asked for") ? "system prompt" : trial.trace();
  }

  private static String read(Trial trial) {
    return (trial.draft().question() + trial.draft().findings().stream().map(finding -> finding.text()).collect(Collectors.joining(" "))).toLowerCase(Locale.ROOT);
  }
}
