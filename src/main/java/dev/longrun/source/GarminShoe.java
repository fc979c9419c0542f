package dev.longrun.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Gear;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of gear as Garmin describes it, on the site and in the export of an account alike. */
public final class GarminShoe {
  /** What the site calls a maker or model it does not know. */
  private static final String OTHER = "Other";

  private GarminShoe() {}

  /** @return empty when it is no shoe */
  public static Optional<Gear> of(JsonNode item) {
    boolean shoe = "Shoes".equalsIgnoreCase(Json.text(item, "gearTypeName")) && Json.text(item, "uuid") != null;
    return shoe ? Optional.of(new Gear(Json.text(item, "uuid"), name(item), maker(item), model(item))) : Optional.empty();
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
