package dev.longrun.coach.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads races, training blocks, illnesses and injuries of the log where they are named, or called by their kind. */
final class EventReader {
  private static final Set<String> EVERYDAY =
      Set.of("marathon", "half", "halfmarathon", "km", "k", "m", "run", "race", "the", "of", "city", "parkrun", "mile", "miles", "international", "and", "in", "at", "my",
          "day", "new", "year", "long", "lauf", "halbmarathon", "build", "base", "block", "phase", "training", "spring", "summer", "autumn", "winter", "fall", "first",
          "second", "taper", "easy", "night", "local", "club", "cup", "series", "for", "to", "on", "a");
  private static final Set<String> RACE_WORDS = Set.of("race", "races", "marathon", "half", "hm", "halfmarathon", "mara", "parkrun");
  private static final Set<String> ILL = Set.of("ill", "sick", "illness", "flu", "cold", "covid", "sickness", "infection", "corona");
  private static final Set<String> HURT = Set.of("injury", "injured", "niggle");
  private static final int SHORTEST_NAME = 4;

  private final Tokens tokens;
  private final LocalDate today;
  private final boolean ahead;
  private final LogCalendar log;
  private final List<Named> names = new ArrayList<>();

  private record Named(Event event, Set<String> words, Set<String> strong) {}

  EventReader(Tokens tokens, LocalDate today, boolean ahead, LogCalendar log) {
    this.tokens = tokens;
    this.today = today;
    this.ahead = ahead;
    this.log = log;
    for (Event event : log.events()) {
      if (event.name() != null) {
        Set<String> words = new HashSet<>();
        Tokens name = Tokens.of(event.name());
        for (int i = 0; i < name.size(); i++) {
          words.add(name.word(i));
        }
        Set<String> strong = new HashSet<>(words);
        strong.removeIf(word -> EVERYDAY.contains(word) || word.length() < SHORTEST_NAME || !Character.isLetter(word.charAt(0)));
        names.add(new Named(event, words, strong));
      }
    }
  }

  /** The event that is named from a token on; null when none is. */
  Span<Event> at(int i) {
    Span<Event> event = named(i);
    event = event == null ? block(i) : event;
    event = event == null ? race(i) : event;
    return event == null ? health(i) : event;
  }

  private Span<Event> named(int i) {
    if (!tokens.at(i).isWord()) {
      return null;
    }
    Named best = null;
    for (Named named : names) {
      boolean meant =
          isNameWord(i, named.strong())
              || named.event().kind() == Event.Kind.BLOCK && named.words().contains(tokens.word(i)) && named.words().contains(tokens.word(i + 1)) && named.words().size() > 1;
      if (meant && (best == null || isBetter(named.event(), best.event(), i))) {
        best = named;
      }
    }
    if (best == null) {
      return null;
    }
    int end = i + 1;
    while (best.words().contains(tokens.word(end)) && !tokens.is(end, ".", "and", "in", "on")
        || tokens.is(end, "half", "marathon", "race", "build", "block", "phase")
        || tokens.is(end, Integer.toString(best.event().from().getYear()))) {
      end++;
    }
    return new Span<>(i, end, best.event());
  }

  private boolean isNameWord(int i, Set<String> strong) {
    String word = tokens.word(i);
    if (strong.contains(word)) {
      return true;
    }
    return word.length() >= 6 && !RACE_WORDS.contains(word) && strong.stream().anyMatch(name -> name.length() >= 6 && Spelling.isMeant(word, name))
        || strong.contains(word + tokens.word(i + 1)) && tokens.at(i + 1).isWord();
  }

  /** The year that is said near it decides, then the tense, then the latest. */
  private boolean isBetter(Event one, Event other, int i) {
    boolean oneSaid = isSaid(one.from().getYear(), i);
    if (oneSaid != isSaid(other.from().getYear(), i)) {
      return oneSaid;
    }
    boolean oneFits = one.from().isAfter(today) == ahead;
    if (oneFits != other.from().isAfter(today) == ahead) {
      return oneFits;
    }
    return ahead ? one.from().isBefore(other.from()) : one.from().isAfter(other.from());
  }

  private boolean isSaid(int year, int i) {
    for (int j = i - 2; j <= i + 4; j++) {
      if (tokens.number(j) == year) {
        return true;
      }
    }
    return false;
  }

  private Span<Event> block(int i) {
    int at = tokens.is(i, "my", "the", "this", "last", "current", "previous", "latest", "training", "next") ? i + 1 : i;
    at = tokens.is(at, "last", "current", "previous", "training", "latest") ? at + 1 : at;
    at = at > i && tokens.is(at, "training", "marathon", "half", "race") && tokens.is(at + 1, "block", "build", "training") ? at + 1 : at;
    boolean kind = tokens.is(at, "build", "base") && (tokens.is(at + 1, "phase", "block", "period") || at > i && !tokens.is(at + 1, "up", "-"));
    if (!kind && !(tokens.is(at, "block") && at > i)) {
      return null;
    }
    String word = tokens.word(at);
    Event latest = null;
    for (Event event : log.events()) {
      boolean fits = event.kind() == Event.Kind.BLOCK && !event.from().isAfter(today) && (!kind || event.name() != null && event.name().toLowerCase(java.util.Locale.ROOT).contains(word));
      if (fits && (latest == null || event.from().isAfter(latest.from()))) {
        latest = event;
      }
    }
    int end = kind && tokens.is(at + 1, "phase", "block", "period") ? at + 2 : at + 1;
    return latest == null ? null : new Span<>(i, end, latest);
  }

  /** "My last race", "the marathon", "last half", "the 10k race". */
  private Span<Event> race(int i) {
    boolean last = tokens.is(i, "last", "latest", "previous") || tokens.is(i, "most") && tokens.is(i + 1, "recent");
    boolean next = tokens.is(i, "next", "upcoming", "goal", "coming", "target");
    boolean the = tokens.is(i, "the", "my", "our", "this") || CalendarWords.season(tokens, i) != null;
    int at = tokens.is(i, "most") ? i + 2 : last || next || the ? i + 1 : i;
    if (the && tokens.is(at, "last", "latest", "previous", "next", "upcoming", "goal", "coming", "target", "big", "spring", "autumn", "fall", "most")) {
      last = tokens.is(at, "last", "latest", "previous", "most");
      next = tokens.is(at, "next", "upcoming", "goal", "coming", "target", "big");
      at = tokens.is(at, "most") ? at + 2 : at + 1;
    }
    if (at == i) {
      return null;
    }
    Distances.Read distance = Distances.at(tokens, at);
    int end = distance == null ? at : distance.to();
    boolean hasWord = tokens.is(end, "race", "parkrun");
    if (tokens.is(end, "run", "runs", "block", "build", "training") && !hasWord || distance == null && !hasWord || distance != null && !distance.isRaceName() && !hasWord || tokens.is(end, "pace", "pb", "pr", "time", "effort", "training", "shoes", "goal", "prediction", "races")) {
      return null;
    }
    end = hasWord ? end + 1 : end;
    if (tokens.is(end, "pace", "day", "shoes", "pb", "prediction", "plan", "predictor", "weight", "s")) {
      return null;
    }
    Double metres = distance == null ? null : distance.metres();
    Event past = next ? null : latestRace(metres);
    LocalDate goal = log.goalDay();
    boolean goalAhead = goal != null && !goal.isBefore(today);
    Event coming = !goalAhead ? null : new Event(Event.Kind.RACE, goal, goal, null, metres);
    Event event = last ? past : next || ahead && coming != null ? coming : past == null ? coming : past;
    return event == null ? null : new Span<>(i, end, event);
  }

  private Event latestRace(Double metres) {
    Event latest = null;
    for (Event event : log.events()) {
      boolean fits =
          event.kind() == Event.Kind.RACE
              && !event.from().isAfter(today)
              && (metres == null || event.distanceM() != null && Math.abs(event.distanceM() - metres) < 0.06 * metres);
      if (fits && (latest == null || event.from().isAfter(latest.from()))) {
        latest = event;
      }
    }
    return latest;
  }

  private Span<Event> health(int i) {
    int at = i;
    while (at < i + 4 && tokens.is(at, "i", "was", "got", "being", "my", "the", "getting", "had", "a", "last", "been", "this", "bad")) {
      at++;
    }
    boolean ill = tokens.isOneOf(at, ILL);
    if (at == i || !ill && !tokens.isOneOf(at, HURT)) {
      return null;
    }
    Event event = log.latest(ill ? Event.Kind.ILLNESS : Event.Kind.INJURY, today);
    return event == null ? null : new Span<>(i, at + 1, event);
  }
}
