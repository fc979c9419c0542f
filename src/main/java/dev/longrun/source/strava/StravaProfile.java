package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Account;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableAnswer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code /athlete}: whose login it is. */
final class StravaProfile {
  static final String PATH = "/athlete";

  private StravaProfile() {}

  /** @throws UnusableAnswer when it names no account */
  static Account of(JsonNode athlete) {
    String id = Json.id(athlete, "id");
    if (id == null) {
      throw new UnusableAnswer("Strava sent an athlete without an id.");
    }
    String name = Stream.of(Json.text(athlete, "firstname"), Json.text(athlete, "lastname")).filter(Objects::nonNull).collect(Collectors.joining(" "));
    return new Account(id, name.isEmpty() ? id : name);
  }
}
