package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Account;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableAnswer;

/** Reads {@code socialProfile}: whose login it is. The user name beside it may be the e-mail address and is not looked at. */
final class GarminProfile {
  static final String PATH = "/userprofile-service/socialProfile";

  private GarminProfile() {}

  /** @throws UnusableAnswer when it names no account */
  static Account of(JsonNode profile) {
    String id = Json.id(profile, "profileId");
    if (id == null) {
      throw new UnusableAnswer("Garmin sent a profile without its profileId.");
    }
    String name = Json.text(profile, "fullName");
    return new Account(id, name == null ? id : name);
  }
}
