package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.KnownActivity;
import dev.longrun.log.Source;
import dev.longrun.log.TrainingLog;
import dev.longrun.source.Json;
import dev.longrun.source.ListedActivity;
import dev.longrun.source.Poll;
import dev.longrun.source.UnusableValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One pass through Garmin's list of activities, newest first and page by page, back to a bound. Decides which activities are
 * fetched. Used by one thread.
 */
public final class GarminPoll implements Poll {
  private static final int PAGE_SIZE = 100;

  /** Feel and effort are often entered when the runner has had a shower and a night's sleep. */
  private static final Duration READ_AGAIN = Duration.ofHours(48);

  /** The list is in the order of local time, which journeys disturb by less than this. */
  private static final Duration DISORDER = Duration.ofDays(1);

  /** So many activities in a row that cannot be read are the site's fault, not theirs. */
  private static final int HOPELESS = 3;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private final TrainingLog trainingLog;
  private final Instant bound;
  private final Instant readAgainSince;
  private final Set<String> seen = new HashSet<>();
  private int start;
  private int pages;
  private int stumbles;
  private boolean listed;
  private boolean stopped;

  /** @param bound everything that started at or after it is compared with the log */
  GarminPoll(TrainingLog trainingLog, Instant bound, Instant now) {
    this.trainingLog = trainingLog;
    this.bound = bound;
    this.readAgainSince = now.minus(READ_AGAIN);
  }

  /** Whether there is another page to ask for. */
  public boolean isUnfinished() {
    return !listed && !stopped;
  }

  public boolean isStopped() {
    return stopped;
  }

  /** Of the page to ask for. */
  public String getQuery() {
    return "start=" + start + "&limit=" + PAGE_SIZE;
  }

  /** Takes in a page of the list and returns what must be fetched. */
  public List<ListedActivity> page(byte[] body) {
    JsonNode items = items(body);
    List<ListedActivity> wanted = new ArrayList<>();
    boolean news = false;
    for (JsonNode item : items) {
      String id = Json.id(item, "activityId");
      if (id != null && seen.add(id)) {
        news = true;
        wanted(id, item).ifPresent(wanted::add);
      }
    }
    pages++;
    start += items.size();
    // A page that brings nothing new is the end as well: no answer may keep a poll going for ever.
    listed |= !news;
    return wanted;
  }

  private static JsonNode items(byte[] body) {
    if (body == null) {
      return Json.MAPPER.createArrayNode();
    }
    JsonNode list = Json.tree("Garmin", body);
    return list.isArray() ? list : list.path("activityList");
  }

  private Optional<ListedActivity> wanted(String id, JsonNode item) {
    Optional<KnownActivity> known = trainingLog.known(Source.GARMIN, id);
    if (GarminSport.of(item.path("activityType")).isEmpty()) {
      known.ifPresent(other -> trainingLog.withdraw(Source.GARMIN, id));
      return Optional.empty();
    }
    Instant startedAt = start(item);
    if (startedAt.isBefore(bound)) {
      listed |= startedAt.isBefore(bound.minus(DISORDER));
      return Optional.empty();
    }
    String listedAs = fingerprint(item);
    boolean asBefore = known.isPresent() && listedAs.equals(known.get().listedAs()) && startedAt.isBefore(readAgainSince);
    return asBefore
        ? Optional.empty()
        : Optional.of(new ListedActivity(id, listedAs, item.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** An item without a usable start is fetched like a new one: its detail may know better, else it is put aside. */
  private Instant start(JsonNode item) {
    try {
      return GarminTime.start(item);
    } catch (UnusableValue e) {
      return END_OF_TIME;
    }
  }

  private static String fingerprint(JsonNode item) {
    return ListedActivity.fingerprint(
        Json.text(item, "activityName"),
        Json.number(item, "distance"),
        Json.number(item, "duration"),
        Json.text(item, "startTimeGMT"),
        Json.text(item, "startTimeLocal"),
        Json.text(item.path("activityType"), "typeKey"),
        Json.text(item.path("eventType"), "typeKey"));
  }

  /** What the log knows in the range that was listed as a whole, but the list no longer shows. */
  List<String> unlisted() {
    if (!listed || stopped || seen.isEmpty()) {
      return List.of();
    }
    return trainingLog.knownBetween(Source.GARMIN, bound, END_OF_TIME).stream()
        .map(KnownActivity::externalId)
        .filter(id -> !seen.contains(id))
        .toList();
  }

  /** Whether an upload or deletion between two pages may have made the list skip an activity. */
  boolean mayHaveSkipped() {
    return pages > 2;
  }

  void read() {
    stumbles = 0;
  }

  @Override
  public void stumbled() {
    stumbles++;
  }

  @Override
  public boolean hopeless() {
    return stumbles >= HOPELESS;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
