package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Answer;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableAnswer;

/** Reads the reasons in Strava's refusals: a list of resource, field and code, or (429) a plain text. */
final class StravaError {
  private StravaError() {}

  /** Whether one of the reasons is about this field of this resource. */
  static boolean names(Answer answer, String resource, String field) {
    try {
      for (JsonNode error : Json.tree("Strava", answer.body()).path("errors")) {
        if (resource.equalsIgnoreCase(error.path("resource").asText()) && field.equalsIgnoreCase(error.path("field").asText())) {
          return true;
        }
      }
    } catch (UnusableAnswer e) {
      // A refusal without a readable reason is a refusal all the same.
    }
    return false;
  }
}
