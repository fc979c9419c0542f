package dev.longrun.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Source;
import java.time.Instant;
import java.util.Optional;

/** In what the logins of the sites differ; what they share is in {@link RotatingLogin}. */
public interface LoginRules {
  Source source();

  /** Where the tokens are kept. */
  TokenFile file();

  /** Whether there is what a login needs. Without it the source is off. */
  boolean isSetUp();

  /**
   * The tokens to go on with: those of the file, or the first ones.
   *
   * @throws ActionNeeded when there are none, or the file holds something else
   */
  ObjectNode stored();

  /** @return null when there is none yet */
  String accessToken(ObjectNode tokens);

  /** @throws ActionNeeded when there is none */
  String refreshToken(ObjectNode tokens);

  /** When the access token ends, by the site's own word; empty when it does not say. */
  Optional<Instant> end(ObjectNode tokens);

  /** Asks the token host for the next pair, whatever it answers. */
  Answer refresh(ObjectNode tokens);

  /**
   * Puts what was granted in the place of what it replaces.
   *
   * @throws UnusableAnswer when there is no access token in it
   */
  void take(JsonNode granted, ObjectNode tokens);

  /** What a granted login lacks of what Longrun needs, said at once. */
  default Optional<ActionNeeded> shortcoming(JsonNode granted) {
    return Optional.empty();
  }

  /** A refusal of the application or the account that has a reason of its own; empty for any other. */
  Optional<ActionNeeded> knownRefusal(Answer answer);

  /** A sentence: the login is dead, the likely reason, and how to connect again. */
  String connectAgain();
}
