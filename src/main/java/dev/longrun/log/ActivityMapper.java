package dev.longrun.log;

import java.util.Map;
import java.util.Optional;

/** Maps the kept raw answers of one source about one activity, so that the log can be rebuilt. Each source brings its own. */
public interface ActivityMapper {
  Source source();

  /**
   * @param payloads raw answers by kind
   * @return empty when the activity is not a run
   */
  Optional<Activity> map(String externalId, Map<String, byte[]> payloads);
}
