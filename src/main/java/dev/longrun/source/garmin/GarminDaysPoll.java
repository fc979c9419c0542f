package dev.longrun.source.garmin;

import static dev.longrun.source.garmin.GarminDayKind.BODY_BATTERY_RANGE;
import static dev.longrun.source.garmin.GarminDayKind.HRV;
import static dev.longrun.source.garmin.GarminDayKind.HRV_RANGE;
import static dev.longrun.source.garmin.GarminDayKind.READINESS;
import static dev.longrun.source.garmin.GarminDayKind.RESTING_HR_RANGE;
import static dev.longrun.source.garmin.GarminDayKind.SLEEP;
import static dev.longrun.source.garmin.GarminDayKind.SLEEP_RANGE;
import static dev.longrun.source.garmin.GarminDayKind.STRESS_RANGE;
import static dev.longrun.source.garmin.GarminDayKind.SUMMARY;
import static dev.longrun.source.garmin.GarminDayKind.VO2MAX_RANGE;
import static dev.longrun.source.garmin.GarminDayKind.WEIGHT_RANGE;

import dev.longrun.log.Source;
import dev.longrun.log.day.DayField;
import dev.longrun.log.day.DayLog;
import dev.longrun.log.day.DayQuestions.Answer;
import dev.longrun.log.day.DayQuestions.Asked;
import dev.longrun.source.AccessRefused;
import dev.longrun.source.AskLater;
import dev.longrun.source.Poll;
import dev.longrun.source.SourceTrouble;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One pass over the days: this morning first, then windows of 28 days backwards. Decides what is asked, as little as can be: this
 * morning's night until it is there, then the rest of it; the last two weeks once a day; what is older once. Used by one thread.
 */
public final class GarminDaysPoll extends Poll {
  /** Before that the runner is asleep, and the day before has not settled. */
  private static final LocalTime MORNING = LocalTime.of(4, 0);

  /** Whoever wears no watch at night is up by then. */
  private static final LocalTime NOON = LocalTime.NOON;

  private static final Duration LOOK_AGAIN = Duration.ofHours(6);

  /** So long Garmin corrects a day. */
  private static final int UNSETTLED_DAYS = 14;

  /** Three years or so: what is older waits for the next poll. */
  private static final int MOST_WINDOWS = 40;

  private static final int MOST_ATTEMPTS = 5;

  /** Failures in a row after which it is the site that is sick. */
  private static final int HOPELESS = 3;

  private static final DayField[] WORN = {DayField.RESTING_HR_BPM, DayField.SLEEP_S, DayField.HRV_RMSSD_MS};

  private final DayLog days;
  private final Map<String, Asked> asked;
  private final ZonedDateTime now;
  private final LocalDate today;
  private final LocalDate since;
  private final Deque<Supplier<List<GarminDayQuestion>>> steps = new ArrayDeque<>();
  private final Map<String, GarminDayQuestion> open = new HashMap<>();
  private final List<GarminDayQuestion> failed = new ArrayList<>();
  private String name;
  private int failuresInARow;
  private int windows;
  private LocalDate nextWindow;

  /**
   * @param name of the account in addresses; null when it is not known yet
   * @param now in the runner's timezone
   * @param since the first day that is wanted
   */
  GarminDaysPoll(DayLog days, Map<String, Asked> asked, String name, ZonedDateTime now, LocalDate since) {
    this.days = days;
    this.asked = asked;
    this.name = name;
    this.now = now;
    this.today = now.toLocalDate();
    this.since = since;
    this.nextWindow = LocalDate.ofEpochDay(Math.floorDiv(today.toEpochDay(), GarminDayMapper.WINDOW_DAYS) * GarminDayMapper.WINDOW_DAYS);
    steps.add(this::tonight);
    steps.add(this::thisMorning);
  }

  /** Whether there may be more to ask. */
  public boolean isUnfinished() {
    return !isStopped() && (!steps.isEmpty() || (windows < MOST_WINDOWS && !isBefore(nextWindow)));
  }

  private boolean isBefore(LocalDate window) {
    return window.plusDays(GarminDayMapper.WINDOW_DAYS - 1).isBefore(since);
  }

  /** What is to be asked next; nothing when a step has nothing to ask. */
  List<GarminDayQuestion> next() {
    if (steps.isEmpty()) {
      LocalDate window = nextWindow;
      nextWindow = nextWindow.minusDays(GarminDayMapper.WINDOW_DAYS);
      int before = windows;
      steps.add(() -> ranges(window, before, RESTING_HR_RANGE, SLEEP_RANGE, WEIGHT_RANGE, VO2MAX_RANGE));
      steps.add(() -> worn(window).isEmpty() ? List.of() : ranges(window, before, HRV_RANGE, STRESS_RANGE, BODY_BATTERY_RANGE));
      steps.add(() -> singleDays(window));
    }
    List<GarminDayQuestion> questions = steps.peek().get();
    if (name == null && questions.stream().anyMatch(question -> question.kind().needsName())) {
      // Once it is known the step is asked again; when it cannot be known, what does not need it is.
      GarminDayQuestion profile = GarminDayQuestion.profile();
      if (open.put(profile.getId(), profile) == null) {
        return List.of(profile);
      }
      questions = questions.stream().filter(question -> !question.kind().needsName()).toList();
    }
    steps.remove();
    questions.forEach(question -> open.put(question.getId(), question));
    return questions;
  }

  void isNamed(String name) {
    this.name = name;
  }

  /** @param answer what came of it */
  void isAnswered(GarminDayQuestion question, Answer answer) {
    failuresInARow = 0;
    asked.put(question.getId(), new Asked(now.toInstant(), answer, 0));
  }

  @Override
  public boolean doesWithout(String externalId, SourceTrouble trouble) {
    if (trouble instanceof AskLater || trouble instanceof AccessRefused) {
      return false;
    }
    GarminDayQuestion question = open.get(externalId);
    if (question != null && question.kind() != GarminDayKind.PROFILE) {
      failed.add(question);
      int attempts = asked.containsKey(externalId) ? asked.get(externalId).attempts() : 0;
      asked.put(externalId, new Asked(now.toInstant(), Answer.FAILED, attempts + 1));
    }
    if (++failuresInARow >= HOPELESS) {
      stop();
    }
    return true;
  }

  /** What could not be answered since this was asked last. */
  List<GarminDayQuestion> takeFailed() {
    List<GarminDayQuestion> taken = List.copyOf(failed);
    failed.clear();
    return taken;
  }

  private List<GarminDayQuestion> tonight() {
    boolean due = asked.containsKey(id(SUMMARY)) ? isLongAgo(SUMMARY) : !now.toLocalTime().isBefore(MORNING);
    return due ? List.of(question(SLEEP, today)) : List.of();
  }

  private List<GarminDayQuestion> thisMorning() {
    boolean awake =
        !days.known(Source.GARMIN, today, today, DayField.SLEEP_S).isEmpty() || !now.toLocalTime().isBefore(NOON);
    if (!awake || (asked.containsKey(id(SUMMARY)) && !isLongAgo(SUMMARY))) {
      return List.of();
    }
    boolean readinessIsKnown = !days.known(Source.GARMIN, today, today, DayField.TRAINING_READINESS).isEmpty();
    return (readinessIsKnown ? Stream.of(SUMMARY, HRV) : Stream.of(SUMMARY, HRV, READINESS)).map(kind -> question(kind, today)).toList();
  }

  private String id(GarminDayKind kind) {
    return question(kind, today).getId();
  }

  private boolean isLongAgo(GarminDayKind kind) {
    return !asked.get(id(kind)).at().plus(LOOK_AGAIN).isAfter(now.toInstant());
  }

  private List<GarminDayQuestion> ranges(LocalDate window, int before, GarminDayKind... kinds) {
    LocalDate last = window.plusDays(GarminDayMapper.WINDOW_DAYS - 1);
    LocalDate to = last.isAfter(today) ? today : last;
    List<GarminDayQuestion> due =
        Stream.of(kinds).map(kind -> new GarminDayQuestion(kind, window, to, named(kind))).filter(question -> isDue(question, last)).toList();
    if (!due.isEmpty()) {
      windows = before + 1;
    }
    return due;
  }

  /** Every day while it may change, once more when it cannot any longer, and then never again. */
  private boolean isDue(GarminDayQuestion question, LocalDate last) {
    Asked before = asked.get(question.getId());
    if (before == null) {
      return true;
    }
    LocalDate on = before.at().atZone(now.getZone()).toLocalDate();
    if (before.answer() == Answer.FAILED) {
      return before.attempts() < MOST_ATTEMPTS && on.isBefore(today);
    }
    LocalDate settled = last.plusDays(UNSETTLED_DAYS + 1L);
    return on.isBefore(today) && on.isBefore(settled) && !now.toLocalTime().isBefore(MORNING);
  }

  /** What no answer over many days says: readiness, and all of it where Garmin has no such answers. */
  private List<GarminDayQuestion> singleDays(LocalDate window) {
    LocalDate last = window.plusDays(GarminDayMapper.WINDOW_DAYS - 1);
    LocalDate to = last.isBefore(today) ? last : today.minusDays(1);
    List<GarminDayQuestion> due = new ArrayList<>();
    if (isMissing(RESTING_HR_RANGE, window)) {
      window.datesUntil(to.isBefore(window) ? window : to.plusDays(1)).forEach(day -> addOnce(due, SUMMARY, day));
    }
    SortedSet<LocalDate> worn = worn(window);
    boolean withSleep = isMissing(SLEEP_RANGE, window);
    boolean withReadiness = hasReadiness(window);
    for (LocalDate day : worn) {
      if (day.isBefore(today)) {
        if (withSleep) {
          addOnce(due, SLEEP, day);
        }
        if (withReadiness) {
          addOnce(due, READINESS, day);
        }
      }
    }
    due.sort((one, other) -> other.from().compareTo(one.from()));
    return due;
  }

  private boolean isMissing(GarminDayKind kind, LocalDate window) {
    Asked answer = asked.get(new GarminDayQuestion(kind, window, window, null).getId());
    return answer != null && answer.answer() == Answer.NONE;
  }

  private void addOnce(List<GarminDayQuestion> due, GarminDayKind kind, LocalDate day) {
    GarminDayQuestion question = question(kind, day);
    Asked before = asked.get(question.getId());
    boolean failedBefore =
        before != null && before.answer() == Answer.FAILED && before.attempts() < MOST_ATTEMPTS
            && before.at().atZone(now.getZone()).toLocalDate().isBefore(today);
    if (!day.isBefore(since) && (before == null || failedBefore)) {
      due.add(question);
    }
  }

  /** A watch that tells no readiness for weeks never will for the time before. */
  private boolean hasReadiness(LocalDate window) {
    LocalDate newer = window.plusDays(2L * GarminDayMapper.WINDOW_DAYS);
    return newer.isAfter(today) || !days.known(Source.GARMIN, window, newer.minusDays(1), DayField.TRAINING_READINESS).isEmpty();
  }

  private SortedSet<LocalDate> worn(LocalDate window) {
    return days.known(Source.GARMIN, window, window.plusDays(GarminDayMapper.WINDOW_DAYS - 1), WORN);
  }

  private GarminDayQuestion question(GarminDayKind kind, LocalDate day) {
    return new GarminDayQuestion(kind, day, day, named(kind));
  }

  private String named(GarminDayKind kind) {
    return kind.needsName() ? name : null;
  }
}
