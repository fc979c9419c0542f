package dev.longrun.log.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.longrun.log.Activity;

/** An activity as the JSON that {@code source_activity.document} keeps: the same activity is always the same text. */
public final class ActivityDocument {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A document written by a newer version may know more fields.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ActivityDocument() {}

  static String write(Activity activity) {
    try {
      return JSON.writeValueAsString(activity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Activity " + activity.externalId() + " cannot be written as JSON", e);
    }
  }

  public static Activity read(String document) {
    try {
      return JSON.readValue(document, Activity.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept activity cannot be read; longrun rebuild makes it again from its source record", e);
    }
  }
}
