package dev.longrun.demo;

import dev.longrun.demo.runner.Season;
import dev.longrun.demo.runner.Shoe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log note that the demo drops into its inbox: what only the runner knows of two years. */
final class SampleNotes {
  private SampleNotes() {}

  static void dropInto(Path inbox, Season season) throws IOException {
    Files.writeString(
        inbox.resolve("what-only-i-know.yaml"),
        """
        - illness: %s..%s
          severity: 3
        - shoe: %s
          carbon_plate: yes
        - block: %s..%s
          name: Autumn build
        - block: %s..%s
          name: Summer base
        """
            .formatted(
                season.illnessFrom(),
                season.illnessTo(),
                Shoe.CARBON.title(),
                season.half().minusWeeks(11).plusDays(1),
                season.half(),
                season.half().minusWeeks(25).plusDays(1),
                season.half().minusWeeks(16)));
  }
}
