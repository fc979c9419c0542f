package dev.longrun.coach.topics;

import dev.longrun.coach.topics.LogCalendar.NamedShoe;
import dev.longrun.log.RunKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Understands a question without a language model: takes it apart, recognises days, periods, runs, shoes, races, distances, times and
 * measures, and places it among the topics. Any text can be read; what cannot be placed is {@link Topic#GENERAL}. Reading takes time
 * linear in the length of the text. Thread-safe.
 */
public final class QuestionReader {
  private static final Duration FOLLOW_UP = Duration.ofHours(24);
  private static final int MOST_ASKED = 6;
  /** Sentences before a question that are looked at for what it speaks of. */
  private static final int MOST_TOLD = 12;
  /** So short a question asks about what was said right before it: "Why?", "Any idea?". */
  private static final int WORDS_OF_A_REMARK = 3;
  /** Asked about one run; of the newest when none is named. */
  private static final Set<Topic> OF_ONE_RUN = EnumSet.of(Topic.RUN_REVIEW, Topic.WHY_HARD, Topic.SPLITS);
  /** What is to come: a race that is spoken of is then not one that was run. */
  private static final Set<Topic> OF_THE_FUTURE =
      EnumSet.of(Topic.ON_TRACK, Topic.FORECAST, Topic.TRAINING_PACES, Topic.SHOE_CHOICE, Topic.RUN_TOMORROW, Topic.NEXT_WEEK, Topic.LONG_RUN, Topic.READINESS);
  /** A weekday is then the next one, unless something says that it is over. */
  private static final Set<Topic> SPEAKS_OF_DAYS_TO_COME =
      EnumSet.of(Topic.ON_TRACK, Topic.FORECAST, Topic.TRAINING_PACES, Topic.SHOE_CHOICE, Topic.RUN_TOMORROW, Topic.NEXT_WEEK, Topic.READINESS);
  /** Asked about runs; of those of the day when one is named. */
  private static final Set<Topic> OF_RUNS =
      EnumSet.of(
          Topic.RUN_REVIEW, Topic.WHY_HARD, Topic.SPLITS, Topic.CADENCE, Topic.HEART_RATE, Topic.WEATHER, Topic.HILLS, Topic.EFFORT_AND_FEEL, Topic.INTENSITY, Topic.RACES,
          Topic.SHOE_CHOICE, Topic.LONG_RUN, Topic.VOLUME, Topic.PERIOD_SUMMARY, Topic.SPIKES, Topic.BEST_EFFORTS, Topic.PACE_AT_HEART_RATE);

  private final TopicPlacer placer;

  /** @param text the question before, with the moment it was asked */
  public record Earlier(String text, LocalDateTime askedAt) {}

  /** @param vectors may fail: then questions are placed by their words alone */
  public QuestionReader(Vectors vectors) {
    this.placer = new TopicPlacer(vectors);
  }

  /** Loads the model, so that the first question need not wait for it. */
  public void warmUp() {
    placer.warmUp();
  }

  public Reading read(String text, LocalDateTime askedAt, LogCalendar log) {
    return read(text, askedAt, log, null);
  }

  /** @param earlier the question before, which this one may go on with; one of more than 24 hours ago is forgotten. Null: none */
  public Reading read(String text, LocalDateTime askedAt, LogCalendar log, Earlier earlier) {
    Asked before = null;
    if (earlier != null && !earlier.askedAt().isAfter(askedAt) && !earlier.askedAt().plus(FOLLOW_UP).isBefore(askedAt)) {
      List<Asked> all = asked(earlier.text(), earlier.askedAt().toLocalDate(), log, null);
      before = all.get(all.size() - 1);
    }
    List<Asked> asked = asked(text, askedAt.toLocalDate(), log, before);
    return new Reading(asked, how(asked, log, askedAt.toLocalDate()));
  }

  private List<Asked> asked(String text, LocalDate today, LogCalendar log, Asked before) {
    Set<Asked> asked = new LinkedHashSet<>();
    Asked context = before;
    int told = 0;
    int sentence = -1;
    int read = 0;
    List<Part> parts = withoutRemarks(QuestionParts.of(Tokens.of(text)));
    boolean anyAsks = parts.stream().anyMatch(Part::isQuestion);
    for (int i = 0; i < parts.size() && read < QuestionParts.MOST_QUESTIONS && asked.size() < MOST_ASKED; i++) {
      Part part = parts.get(i);
      if (anyAsks && !part.isQuestion()) {
        context = told++ < MOST_TOLD ? told(part, today, log, context) : context;
        continue;
      }
      boolean goesOn = told > 0 || part.sentence() == sentence;
      told = 0;
      List<Asked> understood = understood(part.tokens(), today, log, context, goesOn);
      asked.addAll(understood);
      context = understood.get(understood.size() - 1);
      sentence = part.sentence();
      read++;
    }
    return asked.isEmpty() ? List.of(new Asked(Topic.GENERAL, 0, null, null, List.of(), List.of(), null, null, null, null)) : List.copyOf(asked);
  }

  /** A question of a word or two belongs to the sentence before it. */
  private static List<Part> withoutRemarks(List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      Part last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean remark = part.isQuestion() && last != null && !last.isQuestion() && (words(part.tokens()) <= WORDS_OF_A_REMARK && !part.tokens().is(0, "and", "what", "how", "compared", "vs", "which", "whats", "hows") || isRemark(part.tokens()));
      if (remark) {
        joined.set(joined.size() - 1, new Part(Tokens.of(part.tokens().text() + " " + last.tokens().text()), true, last.sentence()));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }

  private static boolean isRemark(Tokens tokens) {
    boolean asks = tokens.is(0, "what") && tokens.is(1, "now", "gives", "happened", "next", "to", "should", "do") || tokens.is(0, "how") && tokens.is(1, "come", "so", "bad");
    return asks && words(tokens) <= 4 + (tokens.is(1, "do", "should") ? 2 : 0) && !tokens.contains(RunFinder.RUN_WORDS) && (words(tokens) <= 3 || tokens.is(2, "i", "you") && tokens.is(3, "do", "think", "make", "say"));
  }

  private static int words(Tokens tokens) {
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      words += tokens.at(i).isWord() ? 1 : 0;
    }
    return words;
  }

  /** What a sentence that asks nothing speaks of. */
  private static Asked told(Part part, LocalDate today, LogCalendar log, Asked context) {
    Recognised found = Recognised.in(part.tokens(), today, log, context == null ? null : context.period());
    RunFinder finder = new RunFinder(part.tokens(), found.periods(), found.races(), found.distanceM(), today, log);
    List<LoggedRun> runs = finder.named();
    runs = runs.isEmpty() ? finder.ofTheDay() : runs;
    if (found.periods().isEmpty() && runs.isEmpty() && found.shoes().isEmpty()) {
      return context;
    }
    Period period = found.periods().isEmpty() ? null : found.periods().get(0).value();
    return new Asked(context == null ? Topic.GENERAL : context.topic(), 1, period, null, keys(runs), shoes(found), found.distanceM(), null, null, null);
  }

  private List<Asked> understood(Tokens tokens, LocalDate today, LogCalendar log, Asked context, boolean sameSentence) {
    Recognised found = Recognised.in(tokens, today, log, context == null ? null : context.period());
    RunFinder finder = new RunFinder(tokens, found.periods(), found.races(), found.distanceM(), today, log);
    List<LoggedRun> named = finder.named();
    boolean goesOn = context != null && context.topic() != Topic.GENERAL && found.saysNothingElse();
    TopicPlacer.Placed placed = goesOn ? new TopicPlacer.Placed(context.topic(), 1) : placer.place(found.wording(today), found.cues(!named.isEmpty() || finder.meansOneRun(), today));
    Topic topic = !goesOn && found.saysNothingElse() && found.compares() && found.periods().size() <= 1 ? Topic.COMPARE_PERIODS : !goesOn ? bare(found, placed.topic(), today) : placed.topic();
    if (SPEAKS_OF_DAYS_TO_COME.contains(topic) && found.mayMeanAhead(today)) {
      found = Recognised.in(tokens, today, log, context == null ? null : context.period(), true);
      finder = new RunFinder(tokens, found.periods(), found.races(), found.distanceM(), today, log);
      named = finder.named();
    }

    Periods periods = periods(found, context, goesOn, sameSentence, topic, today);
    if (goesOn && found.compares() && periods.other() != null) {
      topic = Topic.COMPARE_PERIODS;
    } else if (goesOn && topic == Topic.COMPARE_PERIODS && periods.other() == null) {
      topic = Topic.VOLUME;
    }
    boolean raceToCome = OF_THE_FUTURE.contains(topic) && !found.races().isEmpty() && !Tense.isBehind(tokens);
    List<LoggedRun> runs = raceToCome ? List.of() : named;
    if (runs.isEmpty() && OF_RUNS.contains(topic)) {
      runs = finder.ofTheDay();
    }
    List<RunKey> keys = keys(runs);
    boolean asksAnew = !found.periods().isEmpty() || !found.races().isEmpty();
    boolean carries = context != null && !asksAnew && (found.pointsBack() || sameSentence || goesOn);
    if (keys.isEmpty() && carries && OF_RUNS.contains(topic) && !finder.speaksOfMany()) {
      keys = context.runs();
    }
    if (keys.isEmpty() && OF_ONE_RUN.contains(topic) && !finder.speaksOfMany() && periods.first() == null) {
      keys = keys(finder.newest());
    }
    List<Long> shoes = shoes(found);
    if (shoes.isEmpty() && carries && (topic == Topic.SHOE_CHOICE || topic == Topic.SHOE_WEAR)) {
      shoes = context.shoes();
    }
    Double distance = found.distanceM() != null ? found.distanceM() : goesOn ? context.distanceM() : null;
    Double time = found.time() != null ? (Double) found.time().seconds() : goesOn ? context.durationS() : null;
    String word = found.measure() != null ? found.measure() : goesOn ? context.word() : null;
    String superlative = found.superlative() != null ? found.superlative() : goesOn ? context.superlative() : null;

    List<Asked> asked = new ArrayList<>();
    asked.add(new Asked(topic, placed.likeness(), periods.first(), periods.other(), keys, shoes, distance, time, word, superlative));
    for (Span<Period> more : periods.listed()) {
      RunFinder ofMore = new RunFinder(tokens, List.of(more), List.of(), distance, today, log);
      List<LoggedRun> runsOfMore = named.isEmpty() && !OF_RUNS.contains(topic) ? List.of() : ofMore.ofTheDay();
      asked.add(new Asked(topic, placed.likeness(), more.value(), null, keys(runsOfMore), shoes, distance, time, word, superlative));
    }
    return asked;
  }

  /** A time alone: how was it, or what shall be done then. */
  private static Topic bare(Recognised found, Topic placed, LocalDate today) {
    if (!found.saysNothingElse() || found.measure() != null || found.periods().size() != 1 || !found.shoes().isEmpty() || !found.races().isEmpty() || found.distanceM() != null || found.tokens().contains(RunFinder.RUN_WORDS)) {
      return placed;
    }
    Period period = found.periods().get(0).value();
    boolean oneDay = period.from().equals(period.to());
    return period.from().isAfter(today) ? (oneDay ? Topic.RUN_TOMORROW : Topic.NEXT_WEEK) : oneDay ? Topic.RUN_REVIEW : Topic.PERIOD_SUMMARY;
  }

  /** @param listed further times of which the same is asked */
  private record Periods(Period first, Period other, List<Span<Period>> listed) {}

  private static Periods periods(Recognised found, Asked context, boolean goesOn, boolean sameSentence, Topic topic, LocalDate today) {
    List<Span<Period>> all = narrowest(found.periods());
    Period before = context == null ? null : context.period();
    if (all.isEmpty()) {
      boolean ahead = Tense.isAhead(found.tokens());
      boolean carries = goesOn || found.pointsBack() && !ahead || sameSentence && !ahead && topic != Topic.EXPLAIN;
      return new Periods(carries && found.races().isEmpty() ? before : null, goesOn && !found.compares() && context != null ? context.other() : null, List.of());
    }
    Period first = all.get(0).value();
    if (found.compares() || topic == Topic.COMPARE_PERIODS) {
      if (all.size() >= 2 && found.tokens().is(0, "compared", "comparing")) {
        return new Periods(all.get(1).value(), first, List.of());
      }
      if (all.size() >= 2) {
        return new Periods(first, all.get(1).value(), List.of());
      }
      boolean comparesIt = found.compares() && before != null && (goesOn || found.pointsBack() || sameSentence) && !before.equals(first);
      if (comparesIt) {
        return new Periods(before, first, List.of());
      }
      Period now = found.compares() ? counterpart(first, today) : null;
      return now == null || now.equals(first) ? new Periods(first, null, List.of()) : new Periods(now, first, List.of());
    }
    List<Span<Period>> listed = new ArrayList<>();
    for (int i = 1; i < all.size() && isListed(found.tokens(), all.get(i - 1), all.get(i)); i++) {
      listed.add(all.get(i));
    }
    return new Periods(first, null, listed);
  }

  /** Without those in which a narrower one lies. */
  private static List<Span<Period>> narrowest(List<Span<Period>> all) {
    return all.stream()
        .filter(
            wide ->
                all.stream()
                    .noneMatch(
                        one ->
                            one != wide
                                && !one.value().equals(wide.value())
                                && !one.value().from().isBefore(wide.value().from())
                                && !one.value().to().isAfter(wide.value().to())
                                && length(one.value()) < 7))
        .toList();
  }

  private static long length(Period period) {
    return period.to().toEpochDay() - period.from().toEpochDay() + 1;
  }

  private static boolean isListed(Tokens tokens, Span<Period> one, Span<Period> next) {
    boolean joined = false;
    for (int i = one.to(); i < next.from(); i++) {
      joined |= tokens.is(i, "and", "&", ",", "plus");
      if (!tokens.is(i, "and", "&", ",", "in", "on", "the", "also", "then", "plus", "'", "s", "for", "of", "my", "run", "both", "during")) {
        return false;
      }
    }
    return joined;
  }

  /** The running week, month or year, or as many days up to today, to compare an earlier time with; null for one that is not over. */
  private static Period counterpart(Period period, LocalDate today) {
    PeriodNames names = new PeriodNames(today);
    long days = length(period);
    if (days == 7) {
      return names.week(today);
    }
    Period before = days < 4 || !period.to().isBefore(today) ? null : names.lastDays(today, (int) days, "the last " + days + " days");
    if (period.from().getDayOfMonth() != 1 || days < 28) {
      return before;
    }
    return days <= 31 ? names.month(today) : days >= 365 ? names.year(today.getYear()) : before;
  }

  private static List<RunKey> keys(List<LoggedRun> runs) {
    return runs.stream().map(LoggedRun::key).distinct().toList();
  }

  private static List<Long> shoes(Recognised found) {
    return found.shoes().stream().flatMap(span -> span.value().stream()).map(NamedShoe::id).distinct().toList();
  }

  private String how(List<Asked> all, LogCalendar log, LocalDate today) {
    StringBuilder how = new StringBuilder("Read as: ");
    for (Asked asked : all) {
      how.append(how.length() > 9 ? "; " : "").append(placer.examples().title(asked.topic()));
      if (asked.period() != null) {
        how.append(", ").append(asked.period().name());
      }
      if (asked.other() != null) {
        how.append(" beside ").append(asked.other().name());
      }
      if (!asked.runs().isEmpty() && (asked.period() == null || length(asked.period()) > 1)) {
        how.append(asked.runs().size() == 1 ? ", the run of " : ", first the run of ");
        how.append(new PeriodNames(today).day(LocalDate.parse(asked.runs().get(0).date())));
      }
      log.shoes().stream().filter(shoe -> asked.shoes().contains(shoe.id())).forEach(shoe -> how.append(", ").append(shoe.name()));
    }
    return how.append('.').toString();
  }
}
