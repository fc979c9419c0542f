package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Gear;
import dev.longrun.source.Json;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code /gear-service/gear/filterGear}: an activity may carry several things; the log wants its shoes. */
final class GarminGear {
  /** What the site calls a maker or model it does not know. */
  private static final String OTHER = "Other";

  private GarminGear() {}

  static Optional<Gear> of(JsonNode gear) {
    for (JsonNode item : gear) {
      if ("Shoes".equalsIgnoreCase(Json.text(item, "gearTypeName")) && Json.text(item, "uuid") != null) {
        return Optional.of(new Gear(Json.text(item, "uuid"), name(item), maker(item), model(item)));
      }
    }
    return Optional.empty();
  }

  private static String name(JsonNode item) {
    String own = Json.text(item, "displayName");
    if (own != null) {
      return own;
    }
    String custom = Json.text(item, "customMakeModel");
    if (custom != null) {
      return custom;
    }
    String known = Stream.of(maker(item), model(item)).filter(Objects::nonNull).collect(Collectors.joining(" "));
    return known.isEmpty() ? "Shoes " + Json.text(item, "uuid") : known;
  }

  private static String maker(JsonNode item) {
    String maker = Json.text(item, "gearMakeName");
    return OTHER.equals(maker) ? null : maker;
  }

  private static String model(JsonNode item) {
    String model = Json.text(item, "gearModelName");
    return model != null && model.startsWith("Unknown") ? null : model;
  }
}
