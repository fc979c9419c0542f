package dev.longrun.coach.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds the runs that a question means: by day, kind, length and time of day, the latest, or the one at an end of some measure. */
final class RunFinder {
  static final Set<String> RUN_WORDS =
      Set.of("run", "rnu", "runn", "longrun", "session", "workout", "wokrout", "race", "jog", "outing", "tempo", "intervals", "interval", "repeats", "repeat", "reps", "lr", "parkrun", "training",
          "fartlek", "treadmill", "ones", "one", "effort", "activity", "shakeout");
  private static final Set<String> PLURALS = Set.of("runs", "sessions", "workouts", "races", "longruns", "jogs", "tempos");
  private static final Set<String> MADE_OF_MANY = Set.of("intervals", "repeats", "reps");
  private static final Set<String> NO_NAMES = Set.of("tempo", "easy", "long", "interval", "intervals", "race", "running", "treadmill", "marathon", "half", "with", "that", "this", "then", "them", "april", "what", "which", "when", "least", "most");
  private static final int SHORTEST_NAME = 4;
  /** A name that more than a tenth of the runs bear tells none of them. */
  private static final int FEW = 10;
  private static final int MOST_RUNS = 10;
  private static final double NEAR = 0.06;
  /** Shorter runs are no long, fast or slow one of anybody. */
  private static final double LEAST_KM = 3;

  private final Tokens tokens;
  private final List<Span<Period>> periods;
  private final List<Span<Event>> races;
  private final Double distanceM;
  private final LocalDate today;
  private final LogCalendar log;

  RunFinder(Tokens tokens, List<Span<Period>> periods, List<Span<Event>> races, Double distanceM, LocalDate today, LogCalendar log) {
    this.tokens = tokens;
    this.periods = periods;
    this.races = races;
    this.distanceM = distanceM;
    this.today = today;
    this.log = log;
  }

  /** Those that are named, the likeliest first. */
  List<LoggedRun> named() {
    List<LoggedRun> runs = atAnEnd();
    runs = runs.isEmpty() ? lastOnes() : runs;
    runs = runs.isEmpty() ? raced() : runs;
    runs = runs.isEmpty() ? typed() : runs;
    return runs.isEmpty() ? byName() : runs;
  }

  /** Those with a word in their name that few others have: a place, an occasion. */
  private List<LoggedRun> byName() {
    if (!speaksOfOneRun() && !tokens.contains(PLURALS)) {
      return List.of();
    }
    List<LoggedRun> runs = period() == null ? log.runs() : log.runs(period());
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.word(i);
      boolean candidate = tokens.at(i).isWord() && word.length() >= SHORTEST_NAME && !isInPeriod(i) && !NO_NAMES.contains(word) && (tokens.at(i).capital() && i > 0 || tokens.is(i - 1, "in", "at"));
      List<LoggedRun> called = candidate ? newestFirst(runs, null).stream().filter(run -> isCalled(run, word)).toList() : List.of();
      if (!called.isEmpty() && called.size() * FEW <= log.runs().size()) {
        return called.subList(0, Math.min(MOST_RUNS, called.size()));
      }
    }
    return List.of();
  }

  private static boolean isCalled(LoggedRun run, String word) {
    return run.name() != null && List.of(run.name().toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")).contains(word);
  }

  /** Whether a run is spoken of by a day on which there is no other thing to ask about. */
  List<LoggedRun> ofTheDay() {
    Period period = period();
    if (period == null || !period.from().equals(period.to()) || period.from().isAfter(today)) {
      return List.of();
    }
    return narrowed(log.runs(period), type());
  }

  /** When no run is named at all: the newest of its kind, or of the period. */
  List<LoggedRun> newest() {
    Period period = period();
    List<LoggedRun> runs = newestFirst(period == null ? log.runs() : log.runs(period), type());
    return runs.isEmpty() ? List.of() : List.of(runs.get(0));
  }

  private boolean speaksOfOneRun() {
    return tokens.contains(RUN_WORDS) || tokens.containsInOrder("long", "one");
  }

  /** One run is spoken of, by its day or its kind, even if the log has none. */
  boolean meansOneRun() {
    Period period = period();
    boolean noun = false;
    for (int i = 0; i < tokens.size(); i++) {
      noun |= tokens.isOneOf(i, RUN_WORDS) && !tokens.is(i - 1, "i", "to", "we", "should", "can") && !tokens.is(i, "one", "training");
    }
    return period != null && !period.to().isAfter(today) && noun && !speaksOfMany() && (period.from().equals(period.to()) || type() != null);
  }

  boolean speaksOfMany() {
    return tokens.contains(PLURALS) || tokens.contains(Set.of("lately", "always", "often", "recently", "nowadays", "usually", "generally")) || tokens.containsInOrder("these", "days") || tokens.containsInOrder("at", "the", "moment");
  }

  private Period period() {
    return periods.isEmpty() ? null : periods.get(0).value();
  }

  private List<LoggedRun> atAnEnd() {
    int at = Superlatives.indexIn(tokens);
    if (at < 0) {
      return List.of();
    }
    boolean ofRuns = false;
    for (int i = at + 1; i <= at + 3; i++) {
      ofRuns |= tokens.isOneOf(i, RUN_WORDS) || tokens.isOneOf(i, PLURALS);
    }
    boolean whichRun = tokens.contains(Set.of("which", "what", "when")) && (tokens.contains(Set.of("run")) || tokens.contains(PLURALS)) && distanceM == null;
    if (!ofRuns && !whichRun) {
      return List.of();
    }
    Function<LoggedRun, Double> measure = measure(Superlatives.in(tokens));
    if (measure == null) {
      return List.of();
    }
    String type = type();
    Period period = period();
    List<LoggedRun> sorted =
        (period == null ? log.runs() : log.runs(period))
            .stream()
                .filter(run -> measure.apply(run) != null && run.km() != null && run.km() >= LEAST_KM && (type == null || isOfType(run, type)))
                .sorted(Comparator.comparing(measure, Comparator.reverseOrder()).thenComparing(LoggedRun::day, Comparator.reverseOrder()))
                .toList();
    int most = tokens.contains(PLURALS) ? 3 : 1;
    return sorted.subList(0, Math.min(most, sorted.size()));
  }

  /** What is greatest at the end that is wanted; null when it is no measure of one run. */
  private Function<LoggedRun, Double> measure(String superlative) {
    String word = Measures.in(tokens);
    return switch (superlative) {
      case "longest", "biggest" -> LoggedRun::km;
      case "shortest", "smallest" -> run -> negative(run.km());
      case "fastest" -> run -> negative(run.paceSPerKm());
      case "slowest" -> LoggedRun::paceSPerKm;
      case "hardest" -> run -> run.effort() == null ? null : run.effort() * 10_000 + (run.load() == null ? 0 : run.load());
      case "easiest" -> run -> negative(run.effort());
      case "hottest" -> LoggedRun::temperatureC;
      case "coldest" -> run -> negative(run.temperatureC());
      case "hilliest" -> LoggedRun::gainM;
      case "highest" -> word == null ? null : ofWord(word, 1);
      case "lowest" -> word == null ? null : ofWord(word, -1);
      default -> null;
    };
  }

  private static Function<LoggedRun, Double> ofWord(String word, int sign) {
    Function<LoggedRun, Double> measure =
        switch (word) {
          case "heart-rate" -> LoggedRun::avgHrBpm;
          case "cadence" -> LoggedRun::cadenceSpm;
          case "effort" -> LoggedRun::effort;
          case "feel" -> LoggedRun::feel;
          case "load" -> LoggedRun::load;
          case "elevation" -> LoggedRun::gainM;
          case "temperature" -> LoggedRun::temperatureC;
          case "distance" -> LoggedRun::km;
          default -> null;
        };
    return measure == null ? null : run -> measure.apply(run) == null ? null : (Double) (sign * measure.apply(run));
  }

  private static Double negative(Double value) {
    return value == null ? null : (Double) (-value);
  }

  /** "My last run", "the latest tempo", "my last three long runs". */
  private List<LoggedRun> lastOnes() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean last = tokens.is(i, "last", "latest", "newest", "recent", "previous", "lst");
      if (!last || isInPeriod(i)) {
        continue;
      }
      int number = CalendarWords.number(tokens, i + 1);
      for (int j = i + 1; j <= i + 4; j++) {
        boolean one = tokens.isOneOf(j, RUN_WORDS);
        boolean many = tokens.isOneOf(j, PLURALS);
        if ((one || many) && !tokens.is(j, "one", "effort") && !tokens.is(j + 1, "shoes", "week", "block")) {
          boolean raceRuns = tokens.is(j, "race", "races");
          if (many && number < 1) {
            return List.of();
          }
          List<LoggedRun> runs = newestFirst(period() == null ? log.runs() : log.runs(period()), raceRuns ? "race" : type());
          int most = number < 1 || number > MOST_RUNS ? 1 : number;
          return runs.subList(0, Math.min(most, runs.size()));
        }
        if (isInPeriod(j) || tokens.is(j, ".", ",", "?")) {
          break;
        }
      }
    }
    return List.of();
  }

  private boolean isInPeriod(int i) {
    return periods.stream().anyMatch(span -> span.from() <= i && i < span.to());
  }

  private List<LoggedRun> raced() {
    List<LoggedRun> runs = new ArrayList<>();
    for (Span<Event> race : races) {
      List<LoggedRun> ofDay = log.runs().stream().filter(run -> run.day().equals(race.value().from())).toList();
      ofDay.stream().filter(LoggedRun::isRace).findFirst().or(() -> ofDay.stream().findFirst()).ifPresent(runs::add);
    }
    return runs;
  }

  private List<LoggedRun> typed() {
    String type = type();
    Period period = period();
    if (period == null || period.from().isAfter(today) || tokens.contains(PLURALS)) {
      return List.of();
    }
    boolean oneDay = period.from().equals(period.to());
    if (oneDay) {
      return speaksOfOneRun() ? narrowed(log.runs(period), type) : List.of();
    }
    // Of a longer time a run must be told from the others.
    boolean singular = tokens.contains(Set.of("run", "session", "workout", "tempo", "longrun", "jog", "race", "lr", "fartlek")) || tokens.contains(MADE_OF_MANY);
    boolean told = type != null || distanceM != null && tokens.contains(Set.of("run", "race", "long", "session"));
    if (!singular || !told || tokens.containsInOrder("did", "i", "run") && type == null) {
      return List.of();
    }
    List<LoggedRun> runs = newestFirst(log.runs(period), type);
    List<LoggedRun> asLong = ofDistance(runs);
    runs = asLong.isEmpty() && type != null ? runs : asLong;
    return runs.subList(0, Math.min(MOST_RUNS, runs.size()));
  }

  private List<LoggedRun> newestFirst(List<LoggedRun> runs, String type) {
    List<LoggedRun> chosen = new ArrayList<>(runs.stream().filter(run -> !run.day().isAfter(today) && (type == null || isOfType(run, type))).toList());
    java.util.Collections.reverse(chosen);
    return chosen;
  }

  /** Of one day: the kind, number, time and length that are said, if any run fits; the longest first. */
  private List<LoggedRun> narrowed(List<LoggedRun> runs, String type) {
    List<LoggedRun> chosen = runs;
    chosen = orAll(chosen, type == null ? chosen : chosen.stream().filter(run -> isOfType(run, type)).toList());
    int number = tokens.contains(Set.of("second", "2nd")) && tokens.contains(Set.of("run", "session", "one")) && !tokens.contains(Set.of("half")) ? 2 : 0;
    chosen = number == 0 ? chosen : orAll(chosen, chosen.stream().filter(run -> run.no() == number).toList());
    chosen = orAll(chosen, chosen.stream().filter(this::isAtItsTime).toList());
    chosen = orAll(chosen, ofDistance(chosen));
    return chosen.stream()
        .sorted(Comparator.comparing((LoggedRun run) -> run.km() == null ? 0.0 : run.km(), Comparator.reverseOrder()))
        .toList();
  }

  private static List<LoggedRun> orAll(List<LoggedRun> all, List<LoggedRun> some) {
    return some.isEmpty() ? all : some;
  }

  private boolean isAtItsTime(LoggedRun run) {
    if (run.hour() == null) {
      return false;
    }
    int hour = run.hour();
    if (tokens.contains(Set.of("morning", "mornings", "am"))) {
      return hour < 12;
    }
    if (tokens.contains(Set.of("lunch", "lunchtime", "noon", "midday"))) {
      return hour >= 11 && hour < 15;
    }
    if (tokens.contains(Set.of("afternoon"))) {
      return hour >= 12 && hour < 18;
    }
    return !tokens.contains(Set.of("evening", "night", "tonight")) || hour >= 16;
  }

  private List<LoggedRun> ofDistance(List<LoggedRun> runs) {
    if (distanceM == null) {
      return List.of();
    }
    double km = distanceM / 1000;
    return runs.stream().filter(run -> run.km() != null && Math.abs(run.km() - km) <= NEAR * km).toList();
  }

  /** The kind of run that is spoken of; null when none is. */
  private String type() {
    for (int i = 0; i < tokens.size(); i++) {
      if (isInPeriod(i)) {
        continue;
      }
      if (tokens.is(i, "long", "lnog") && tokens.is(i + 1, "run", "runs", "one", "ones", "rnu", "outing", "session", "jog", "slow") || tokens.is(i, "longrun", "longruns", "lr")) {
        return "long";
      }
      if (tokens.is(i, "tempo", "tempos", "temp") && !tokens.is(i + 1, "pace") || tokens.is(i, "threshold") && tokens.is(i + 1, "run", "session", "workout")) {
        return "tempo";
      }
      if (tokens.is(i, "intervals", "interval", "repeats", "reps", "intervalls", "inetrvals", "intervalls", "fartlek") || tokens.is(i, "track", "speed") && tokens.is(i + 1, "session", "workout", "work")
          || tokens.is(i, "x") && tokens.at(i - 1).isNumber()) {
        return "interval";
      }
      if (tokens.is(i, "easy", "recovery", "slow", "shakeout") && tokens.is(i + 1, "run", "runs", "jog", "one", "ones", "session") || tokens.is(i, "jog")) {
        return "easy";
      }
      if (tokens.is(i, "race", "parkrun") && !tokens.is(i + 1, "pace", "day", "shoes", "prediction", "plan") && races.isEmpty() && !tokens.is(i - 1, "to", "the")) {
        return "race";
      }
      if (tokens.is(i, "treadmill", "trail") && !tokens.is(i + 1, "shoes")) {
        return tokens.word(i);
      }
    }
    return null;
  }

  private static boolean isOfType(LoggedRun run, String type) {
    String name = run.name() == null ? "" : run.name().toLowerCase(java.util.Locale.ROOT);
    return switch (type) {
      case "treadmill", "trail" -> type.equals(run.sport()) || name.contains(type);
      case "long" -> "long".equals(run.type()) || name.contains("long run") || name.contains("longrun");
      case "race" -> run.isRace();
      default -> type.equals(run.type()) || name.contains(type);
    };
  }
}
