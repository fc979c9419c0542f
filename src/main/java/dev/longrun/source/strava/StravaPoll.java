package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Json;
import dev.longrun.source.ListedActivity;
import dev.longrun.source.LogComparison;
import dev.longrun.source.Poll;
import dev.longrun.source.UnusableAnswer;
import dev.longrun.source.UnusableValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * One poll of Strava: a pass over the recent activities, then, while history is still missing, one over what is older. A pass
 * lists everything first, so that it is known how much is left, and then reads newest first. Used by one thread.
 */
public final class StravaPoll extends Poll {
  private static final int PAGE_SIZE = 200;

  /**
   * @param from everything that started at or after it
   * @param before and before this; null for no end
   * @param backfill whether it is about history that was never read
   */
  record Pass(Instant from, Instant before, boolean backfill) {}

  private record Wanted(ListedActivity activity, Instant startedAt) {}

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ZoneId timezone;
  private final boolean ownerUnknown;
  private final Supplier<LogComparison> comparisons;
  private final Supplier<StravaQuota> quota;
  private final Deque<Pass> passes;
  private final Map<String, byte[]> gear = new HashMap<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private LogComparison comparison;
  private int page = 1;
  private boolean listed;
  private boolean lastPageWasFull;
  private int unread;

  StravaPoll(List<Pass> passes, ZoneId timezone, boolean ownerUnknown, Supplier<LogComparison> comparisons, Supplier<StravaQuota> quota) {
    this.timezone = timezone;
    this.ownerUnknown = ownerUnknown;
    this.passes = new ArrayDeque<>(passes);
    this.comparisons = comparisons;
    this.quota = quota;
    this.comparison = comparisons.get();
  }

  /** Whether it is to be looked up whose login it is. */
  public boolean isOwnerUnknown() {
    return ownerUnknown;
  }

  /** Whether there is another pass to make. */
  public boolean isUnfinished() {
    return !passes.isEmpty() && !isStopped();
  }

  /** Whether the pass has another page of the list to ask for. */
  public boolean isListing() {
    return isUnfinished() && !listed;
  }

  /** Of the page to ask for; after and before are exclusive, and seconds. */
  public String getQuery() {
    Pass pass = passes.element();
    String before = pass.before() == null ? "" : "&before=" + pass.before().getEpochSecond();
    return "per_page=" + PAGE_SIZE + "&page=" + page + "&after=" + (pass.from().getEpochSecond() - 1) + before;
  }

  Pass pass() {
    return passes.element();
  }

  /** Takes in a page of the list, in whatever order it comes. */
  void page(byte[] body, BiPredicate<String, String> isOwn) {
    if (body == null) {
      throw new UnusableAnswer("Strava answered the question for its list of activities with nothing.");
    }
    boolean news = false;
    JsonNode items = Json.list("Strava", Json.tree("Strava", body));
    for (JsonNode item : items) {
      String id = Json.id(item, "id");
      if (id != null && comparison.isNews(id)) {
        news = true;
        if (isOwn.test(id, Json.id(item.path("athlete"), "id"))) {
          take(id, item);
        }
      }
    }
    page++;
    // After a full page an empty one may be a slip of the site's: the next one tells.
    boolean end = !news && !(items.isEmpty() && lastPageWasFull);
    lastPageWasFull = items.size() >= PAGE_SIZE;
    listed = end;
  }

  private void take(String id, JsonNode item) {
    if (StravaMapper.sport(item).isEmpty()) {
      comparison.isNoRun(id);
      return;
    }
    Instant startedAt = start(item);
    String listedAs = fingerprint(item);
    if (!startedAt.isBefore(pass().from()) && comparison.mustRead(id, listedAs, startedAt)) {
      wanted.add(new Wanted(new ListedActivity(id, listedAs, item.toString().getBytes(StandardCharsets.UTF_8)), startedAt));
    }
  }

  private static Instant start(JsonNode item) {
    try {
      return StravaTime.start(item);
    } catch (UnusableValue e) {
      return LogComparison.END_OF_TIME;
    }
  }

  private static String fingerprint(JsonNode item) {
    return ListedActivity.fingerprint(
        Json.text(item, "name"),
        Json.number(item, "distance"),
        Json.number(item, "moving_time"),
        Json.number(item, "elapsed_time"),
        Json.text(item, "start_date"),
        Json.number(item, "utc_offset"),
        Json.text(item, "sport_type"),
        item.path("trainer").asBoolean(),
        Json.number(item, "workout_type"),
        Json.text(item, "gear_id"));
  }

  /** What the pass must fetch, newest first. */
  List<ListedActivity> wanted() {
    wanted.sort(Comparator.comparing(Wanted::startedAt).reversed());
    unread = wanted.size();
    return wanted.stream().map(Wanted::activity).toList();
  }

  /** One of them is read (or put aside). */
  void fetched() {
    unread--;
  }

  /** When an activity of the pass started; null when it is not of the pass. */
  Instant startOf(String externalId) {
    return wanted.stream().filter(item -> item.activity().externalId().equals(externalId)).map(Wanted::startedAt).findFirst().orElse(null);
  }

  List<String> unlisted() {
    return pass().before() == null ? comparison.unlisted(pass().from()) : List.of();
  }

  void nextPass() {
    passes.remove();
    wanted.clear();
    comparison = comparisons.get();
    page = 1;
    listed = false;
    lastPageWasFull = false;
  }

  /** A shoe is asked for once a poll. */
  byte[] gear(String id) {
    return gear.get(id);
  }

  void gear(String id, byte[] answer) {
    gear.put(id, answer);
  }

  @Override
  public boolean newestIsRead() {
    return !passes.isEmpty() && pass().backfill() && unread < wanted.size();
  }

  @Override
  public String outlook(Instant goesOn) {
    if (passes.isEmpty()) {
      return "";
    }
    if (!listed || passes.size() > 1) {
      return pass().backfill() || passes.size() > 1 ? " Older activities are still to be read; it goes on at " + local(goesOn) + "." : "";
    }
    Instant end = quota.get().through(unread, goesOn);
    return " %d %s still to be read; it goes on at %s and is done by about %s."
        .formatted(unread, unread == 1 ? "activity is" : "activities are", local(goesOn), local(end));
  }

  /** By the runner's clock, to the minute above: an end is never before its beginning. */
  private String local(Instant instant) {
    return MINUTE.withZone(timezone).format(instant.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES));
  }
}
