package dev.longrun.coach.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.coach.words.Wording;
import dev.longrun.report.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The score cards in a runner's outbox, the newest of each model. */
public final class ScoreCards {
  private final Path outbox;

  public ScoreCards(Path outbox) {
    this.outbox = outbox;
  }

  /**
   * @param quick few answers, which decide nothing: beside the whole card
   * @return the files, the Markdown first
   */
  public List<Path> put(ScoreCard card, boolean quick) {
    String name = name(card.model()) + (quick ? "-quick" : "");
    ScoreCardPage page = new ScoreCardPage(card);
    Outbox files = new Outbox(outbox);
    files.write(name + ".md", page.markdown());
    files.write(name + ".json", page.json());
    return List.of(outbox.resolve(name + ".md"), outbox.resolve(name + ".json"));
  }

  /** What the model may do after its newest card; everything when there is none that can be read. */
  public Wording.Mode mode(String model) {
    Path card = outbox.resolve(name(model) + ".json");
    try {
      JsonNode node = Files.isRegularFile(card) ? new ObjectMapper().readTree(card.toFile()) : null;
      boolean itsOwn = node != null && node.path("model").asText().equals(model);
      return itsOwn && node.path("mode").asText().equals(Wording.Mode.CHOOSE_AND_ORDER.name().toLowerCase(Locale.ROOT))
          ? Wording.Mode.CHOOSE_AND_ORDER
          : Wording.Mode.CHOOSE_ORDER_AND_SAY;
    } catch (IOException e) {
      return Wording.Mode.CHOOSE_ORDER_AND_SAY;
    }
  }

  /** {@code gemma3:12b} is no name for a file everywhere. */
  private static String name(String model) {
    return "evaluation/" + model.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^\\.+", "");
  }
}
