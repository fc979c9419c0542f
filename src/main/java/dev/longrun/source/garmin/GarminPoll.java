package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Json;
import dev.longrun.source.ListedActivity;
import dev.longrun.source.LogComparison;
import dev.longrun.source.Poll;
import dev.longrun.source.UnusableAnswer;
import dev.longrun.source.UnusableValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * One pass through Garmin's list of activities, newest first and page by page, back to a bound. Decides which activities are
 * fetched. Used by one thread.
 */
public final class GarminPoll extends Poll {
  private static final int PAGE_SIZE = 100;

  /** Of two pages, so that a deletion between them leaves no hole unseen. */
  private static final int OVERLAP = 5;

  /** The list is in the order of local time, which journeys disturb by less than this. */
  private static final Duration DISORDER = Duration.ofDays(1);

  private final LogComparison comparison;
  private final Instant bound;
  private final boolean ownerUnknown;
  private int start;
  private boolean overlaps;
  private boolean listed;

  /** @param bound everything that started at or after it is compared with the log */
  GarminPoll(LogComparison comparison, Instant bound, boolean ownerUnknown) {
    this.comparison = comparison;
    this.bound = bound;
    this.ownerUnknown = ownerUnknown;
  }

  /** Whether it is to be looked up whose login it is. */
  public boolean isOwnerUnknown() {
    return ownerUnknown;
  }

  /** Whether everything since an instant is compared. */
  boolean reaches(Instant since) {
    return !bound.isAfter(since);
  }

  /** Whether there is another page to ask for. */
  public boolean isUnfinished() {
    return !listed && !isStopped();
  }

  /** Of the page to ask for. */
  public String getQuery() {
    return "start=" + start + "&limit=" + PAGE_SIZE;
  }

  /**
   * Takes in a page of the list and returns what must be fetched.
   *
   * @param isOwn of an activity's id and its owner's
   */
  List<ListedActivity> page(byte[] body, BiPredicate<String, String> isOwn) {
    JsonNode items = items(body);
    if (items.isEmpty() && overlaps) {
      throw new UnusableAnswer("Garmin's list of activities ended in an empty page, although more had been there: it is asked again at the next poll.");
    }
    List<ListedActivity> wanted = new ArrayList<>();
    boolean news = false;
    boolean joins = !overlaps;
    for (JsonNode item : items) {
      String id = Json.id(item, "activityId");
      if (id != null && !comparison.isNews(id)) {
        joins = true;
      } else if (id != null) {
        news = true;
        if (!isOwn.test(id, Json.id(item, "ownerId"))) {
          continue;
        }
        wanted(id, item).ifPresent(wanted::add);
      }
    }
    if (joins) {
      overlaps = items.size() > OVERLAP;
      start += items.size() - (overlaps ? OVERLAP : 0);
    } else {
      // Something before was deleted meanwhile and the rest has moved up: what lies between was not seen.
      start = Math.max(0, start - PAGE_SIZE / 2);
    }
    // A page that brings nothing new is the end as well: no answer may keep a poll going for ever.
    listed |= !news;
    return wanted;
  }

  private static JsonNode items(byte[] body) {
    if (body == null) {
      throw new UnusableAnswer("Garmin answered the question for its list of activities with nothing.");
    }
    JsonNode answer = Json.tree("Garmin", body);
    return Json.list("Garmin", answer.has("activityList") ? answer.path("activityList") : answer);
  }

  private Optional<ListedActivity> wanted(String id, JsonNode item) {
    JsonNode type = item.path("activityType");
    if (GarminSport.isSaid(type) && GarminSport.of(type).isEmpty()) {
      comparison.isNoRun(id);
      return Optional.empty();
    }
    Instant startedAt = start(item);
    if (startedAt.isBefore(bound)) {
      listed |= startedAt.isBefore(bound.minus(DISORDER));
      return Optional.empty();
    }
    String listedAs = fingerprint(item);
    return comparison.mustRead(id, listedAs, startedAt)
        ? Optional.of(new ListedActivity(id, listedAs, item.toString().getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /** An item without a usable start is fetched like a new one: its detail may know better, else it is put aside. */
  private static Instant start(JsonNode item) {
    try {
      return GarminTime.start(item);
    } catch (UnusableValue e) {
      return LogComparison.END_OF_TIME;
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
    return listed && !isStopped() ? comparison.unlisted(bound) : List.of();
  }
}
