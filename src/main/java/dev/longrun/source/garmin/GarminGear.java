package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Gear;
import dev.longrun.source.GarminShoe;
import java.util.Optional;

/** Reads {@code /gear-service/gear/filterGear}: an activity may carry several things; the log wants its shoes. */
final class GarminGear {
  private GarminGear() {}

  static Optional<Gear> of(JsonNode gear) {
    for (JsonNode item : gear) {
      Optional<Gear> shoe = GarminShoe.of(item);
      if (shoe.isPresent()) {
        return shoe;
      }
    }
    return Optional.empty();
  }
}
