package dev.longrun.coach.topics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Where a recognised word decides what likeness leaves open: what each such word adds to the likeness of a topic. */
final class TopicRules {
  private static final double DECIDES = 0.3;
  private static final double TELLS = 0.15;
  private static final double HINTS = 0.07;

  private record Rule(Topic topic, double weight, Predicate<Cues> applies) {}

  private static final List<Rule> RULES = new ArrayList<>();

  static {
    rule(Topic.COMPARE_PERIODS, DECIDES, cues -> cues.compares() && cues.periods() >= 2);
    rule(Topic.COMPARE_PERIODS, TELLS, cues -> cues.compares() && cues.periods() == 1 && !cues.shoes());
    rule(Topic.COMPARE_PERIODS, -TELLS, cues -> !cues.compares());
    rule(Topic.PROGRESS, TELLS, cues -> cues.has("faster", "fitter", "improving", "improved", "improve", "improvement", "progress", "plateau", "plateaued", "stagnating", "slower", "stronger", "better", "quicker", "progressed", "progressing", "stagnated")
        && cues.periods() <= 1 && !cues.shoes() && !cues.has("hot", "heat", "rain", "cold", "hotter", "warm"));
    rule(Topic.PROGRESS, HINTS, cues -> cues.has("getting", "gotten", "becoming") && cues.has("faster", "fitter", "better", "slower", "quicker"));

    rule(Topic.SHOE_WEAR, TELLS, cues -> (cues.shoes() || shoeWord(cues)) && cues.has("km", "kilometres", "kilometers", "replace", "retire", "new", "worn", "mileage", "old", "left", "life", "done", "last", "buy", "dead", "far", "miles", "toast", "limit"));
    rule(Topic.SHOE_CHOICE, TELLS, cues -> (cues.shoes() || shoeWord(cues)) && (cues.has("should", "wear", "faster", "fastest", "race", "racing", "best", "better", "good", "tempo", "intervals", "marathon", "use", "for", "slower", "help", "worth")
        && !cues.has("km", "replace", "retire", "worn", "mileage", "new", "buy")));
    rule(Topic.SHOE_CHOICE, DECIDES, cues -> cues.has("wear", "wore", "wearing"));
    rule(Topic.SHOE_WEAR, TELLS, cues -> (cues.shoes() || shoeWord(cues)) && (cues.has("still", "survive", "lifetime", "lifespan", "age", "cushioning", "finished", "through", "rounds", "bin", "throw", "replaced", "expired") || cues.says("make", "it")));
    for (Topic topic : Topic.values()) {
      if (topic != Topic.SHOE_CHOICE && topic != Topic.SHOE_WEAR) {
        rule(topic, -0.2, cues -> cues.shoes() || shoeWord(cues));
      } else {
        rule(topic, -TELLS, cues -> !cues.shoes() && !shoeWord(cues));
      }
    }

    rule(Topic.BEST_EFFORTS, DECIDES, cues -> cues.has("pb", "pbs", "pr", "prs", "record", "records", "bests") && !cues.has("can", "could", "will", "chance", "chances"));
    rule(Topic.BEST_EFFORTS, DECIDES, cues -> cues.distance() && cues.superlative() != null && !cues.has("pb", "pbs", "pr") && cues.wants("fastest", "best"));
    rule(Topic.RUN_REVIEW, DECIDES, cues -> cues.oneRun() && cues.superlative() != null && !cues.distance() && cues.wants("longest", "shortest", "hardest", "easiest", "hottest", "coldest", "hilliest", "biggest", "fastest", "slowest", "worst", "best"));

    rule(Topic.EXPLAIN, DECIDES, cues -> cues.has("mean", "means", "meaning", "define", "definition", "stand", "explain", "calculated", "compute", "computed") && cues.measure() != null && !cues.says("i", "mean"));
    rule(Topic.EXPLAIN, TELLS, cues -> (cues.says("what", "is") || cues.says("what", "'", "s") || cues.says("whats") || cues.says("what", "are")) && cues.measure() != null && !mine(cues) && cues.periods() == 0 && !cues.has("best", "the", "should", "for"));
    rule(Topic.EXPLAIN, -TELLS, cues -> mine(cues) && !cues.has("mean", "means", "explain", "calculated", "meaning"));

    rule(Topic.INJURY, DECIDES, cues -> cues.has("hurts", "hurt", "pain", "painful", "sore", "injured", "injury", "injuries", "niggle", "achilles", "knee", "shin", "shins", "calf", "hamstring", "hip", "plantar", "ankle", "itb", "tendon", "ache", "aches", "foot", "groin")
        && !cues.has("risk", "increase", "ramp"));
    rule(Topic.ILLNESS, DECIDES, cues -> cues.has("sick", "ill", "illness", "flu", "covid", "fever", "infection", "throat", "sniffles") || cues.says("a", "cold") || cues.says("my", "cold"));
    rule(Topic.MORNINGS, DECIDES, cues -> cues.measures("hrv", "sleep", "resting-heart-rate", "weight") && !cues.has("mean", "means", "explain"));
    rule(Topic.CADENCE, DECIDES, cues -> cues.measures("cadence", "stride", "power") && !cues.has("mean", "explain"));
    rule(Topic.SPLITS, DECIDES, cues -> cues.measures("splits") && !cues.says("is", "a") || cues.has("evenly", "even") || cues.has("start", "started", "out", "went") && cues.says("too", "fast"));
    rule(Topic.HILLS, DECIDES, cues -> cues.measures("elevation", "gap") && !cues.has("mean", "explain", "means"));
    rule(Topic.WEATHER, TELLS, cues -> cues.measures("temperature", "wind", "rain") && !(cues.superlative() != null && cues.oneRun()) && !cues.says("a", "cold"));
    rule(Topic.HEART_RATE, TELLS, cues -> cues.measures("heart-rate", "maximum-heart-rate", "threshold", "zones", "decoupling") && !cues.pace());
    rule(Topic.HEART_RATE, -TELLS, cues -> cues.measures("resting-heart-rate", "hrv"));
    rule(Topic.PACE_AT_HEART_RATE, DECIDES, cues -> (cues.pace() || cues.has("pace", "fast", "faster", "speed", "quick")) && (cues.measures("heart-rate", "efficiency") || cues.has("bpm", "beats", "hr", "pulse")));
    rule(Topic.PACE_AT_HEART_RATE, TELLS, cues -> cues.measures("efficiency") && !cues.has("mean", "explain"));
    rule(Topic.INTENSITY, TELLS, cues -> cues.measures("polarisation") || cues.has("zone", "zones", "polarised", "polarized", "grey", "gray") && cues.has("time", "much", "spend", "spent", "percent", "percentage", "many", "too"));
    rule(Topic.INTENSITY, TELLS, cues -> cues.has("easy") && (cues.says("easy", "enough") || cues.says("too", "fast") || cues.says("too", "hard") || cues.says("actually", "easy") || cues.says("really", "easy")));
    rule(Topic.INTENSITY, TELLS, cues -> cues.has("much", "many", "share", "often", "percentage", "percent", "too") && (cues.says("hard", "stuff") || cues.says("hard", "running") || cues.says("hard", "runs") || cues.says("fast", "stuff") || cues.says("hard", "sessions") || cues.says("speed", "work") || cues.says("fast", "running") || cues.says("easy", "running") || cues.says("recovery", "days") || cues.says("easy", "days")) && !cues.ahead());
    rule(Topic.EFFORT_AND_FEEL, TELLS, cues -> cues.measures("effort", "feel") && !cues.starts("why") && !cues.has("tired", "exhausted"));
    rule(Topic.FITNESS, TELLS, cues -> cues.measures("fitness", "form", "load", "fatigue", "ramp") && !cues.has("mean", "means", "explain", "growing", "fast", "quickly"));
    rule(Topic.SPIKES, TELLS, cues -> cues.measures("spike", "ramp") || cues.has("increase", "increasing", "increased", "ramped", "ramping", "jump", "growing", "build", "building", "rising", "rise", "jumped", "raising", "spiked", "adding") && cues.has("too", "quickly", "quick", "fast", "safe", "safely", "risk", "aggressive", "aggressively", "risky", "dangerous", "healthy", "much", "unsafe"));

    rule(Topic.WHY_HARD, DECIDES, cues -> (cues.has("why", "reason") || cues.says("how", "come") || cues.says("what", "made") || cues.says("went", "wrong"))
        && cues.has("hard", "slow", "bad", "tough", "heavy", "awful", "terrible", "struggle", "struggled", "high", "fade", "faded", "bonk", "bonked", "horrible", "difficult", "crap", "rubbish", "badly", "dead", "suffer", "suffered", "wrong", "exhausting", "slower", "harder", "rough", "blow", "die", "died", "tired", "brutal", "hold", "sluggish", "worse", "hurt", "dying", "suffering", "sucked", "shit", "grind", "weak", "flat", "empty", "killed", "killing", "beat", "walk", "cramp", "cramped", "lousy", "miserable", "poor", "poorly", "pathetic", "crawl", "crawling", "wall"));
    rule(Topic.WHY_HARD, TELLS, cues -> (cues.starts("why", "y") || cues.says("how", "come")) && cues.oneRun());
    rule(Topic.WHY_HARD, -TELLS, cues -> !cues.has("why", "reason", "wrong", "cause", "caused", "come", "made", "y"));
    rule(Topic.FATIGUE, TELLS, cues -> cues.has("overtraining", "overtrained", "overreaching", "overreached", "burnt", "burned", "burnout", "exhausted", "overdoing", "tired", "fatigued", "knackered", "drained", "wiped"));
    rule(Topic.READINESS, TELLS, cues -> cues.has("recovered", "fresh", "rested", "readiness", "recovery") && !cues.has("run", "runs", "week", "jogs", "days") || cues.has("ready") && !cues.has("half", "marathon"));

    rule(Topic.RUN_TOMORROW, TELLS, cues -> cues.has("should", "can", "shall", "may", "ok", "okay", "rest", "better", "could", "wise") && cues.has("tomorrow", "today", "tonight", "tomorow", "tmrw", "evening", "morning", "day") && !cues.has("pace", "far", "long", "shoes", "wear", "fast"));
    rule(Topic.RUN_TOMORROW, TELLS, cues -> cues.has("plan", "do", "training", "session", "workout") && cues.has("tomorrow", "today", "tonight", "tomorow", "tmrw", "evening") && !cues.has("did", "was", "how", "pace", "far", "shoes"));
    rule(Topic.NEXT_WEEK, DECIDES, cues -> (cues.says("next", "week") || cues.says("coming", "week") || cues.says("week", "ahead") || cues.says("coming", "days") || cues.says("next", "7", "days")) && !cues.has("shoes", "wear", "pace"));
    rule(Topic.LONG_RUN, TELLS, cues -> cues.says("long", "run") && cues.has("far", "should", "may", "limit", "next", "enough", "max", "longest") && cues.has("long", "longer", "far", "length", "limit", "much") && cues.ahead() && !cues.has("pace", "fast"));
    rule(Topic.LONG_RUN, TELLS, cues -> cues.says("long", "runs") && !cues.has("feel", "felt", "easy", "pace", "heart"));
    rule(Topic.LONG_RUN, -HINTS, cues -> !cues.has("long", "longest", "longer", "longrun", "longruns", "far"));
    rule(Topic.TRAINING_PACES, DECIDES, cues -> (cues.says("what", "pace") || cues.says("which", "pace") || cues.says("how", "fast") || cues.says("how", "slow") || cues.says("target", "pace") || cues.says("what", "speed") || cues.says("training", "paces"))
        && (cues.ahead() || cues.has("should", "my") && cues.has("next")) && !ofOthers(cues));
    rule(Topic.TRAINING_PACES, TELLS, cues -> cues.has("pace", "paces") && cues.has("should", "target", "aim", "next", "recommended", "training", "marathon", "need"));
    rule(Topic.ON_TRACK, DECIDES, cues -> cues.time() && !cues.pace() && (cues.ahead() || cues.has("chance", "chances", "goal", "track", "possible", "realistic", "manage", "sub", "ready", "likely", "ambitious", "doable", "shot", "on", "course", "reach")) && !cues.has("ran", "long", "ever"));
    rule(Topic.ON_TRACK, TELLS, cues -> cues.has("goal", "track", "target", "chances", "chance", "odds") && !cues.has("pace"));
    rule(Topic.FORECAST, TELLS, cues -> cues.has("predict", "prediction", "predicted", "forecast", "estimate", "estimated", "potential", "capable", "equivalent", "projected"));
    rule(Topic.FORECAST, TELLS, cues -> cues.distance() && !cues.time() && (cues.has("could", "would", "can", "might") && cues.has("run", "race", "fast", "time") || cues.says("what", "time")) && !cues.has("pace", "rest", "tomorrow", "shoes", "did"));

    rule(Topic.VOLUME, TELLS, cues -> (cues.says("how", "much") || cues.says("how", "far") || cues.says("how", "many") || cues.has("total", "mileage", "distance"))
        && (cues.has("run", "ran", "km", "kms", "kilometres", "kilometers", "miles", "mileage", "runs", "distance", "hours", "k", "train", "trained", "running"))
        && !cues.ahead() && !cues.measures("elevation", "sleep", "heart-rate") && !cues.has("zone", "zones", "easy", "hard", "intervals", "races", "steps", "heat", "rain", "day", "times", "often", "track", "hot", "metres", "long"));
    rule(Topic.CONSISTENCY, TELLS, cues -> cues.says("how", "often") || cues.has("streak", "consistent", "consistently", "regular", "regularly", "skipped", "consistency") || cues.says("rest", "days") || cues.says("days", "off") || cues.says("in", "a", "row") || cues.says("times", "a", "week"));
    rule(Topic.WHY_HARD, DECIDES, cues -> cues.starts("what") && cues.has("slowed", "caused", "made", "killed", "broke"));
    rule(Topic.SPLITS, TELLS, cues -> cues.has("fade", "faded", "fading", "evenly", "pacing") && !cues.starts("why") && !cues.says("how", "come") && !cues.says("what", "made"));
    rule(Topic.BEST_EFFORTS, DECIDES, cues -> cues.has("ever") && cues.has("have", "did") && (cues.distance() || cues.time()) && !cues.ahead());
    rule(Topic.SPIKES, TELLS, cues -> cues.has("risky", "risk", "dangerous", "unsafe", "safely"));
    rule(Topic.INTENSITY, TELLS, cues -> cues.has("zone", "zones") && cues.has("distribution", "split", "share") || cues.says("junk", "miles"));
    rule(Topic.CONSISTENCY, TELLS, cues -> cues.has("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "weekends", "weekday", "weekdays") && !cues.oneDay());
    rule(Topic.EXPLAIN, DECIDES, cues -> (cues.says("what", "is", "a") || cues.says("whats", "a") || cues.says("s", "a") && cues.starts("what")) && !cues.has("my", "good", "i", "me", "right", "best", "realistic", "sensible") && cues.measure() != null);
    rule(Topic.GENERAL, DECIDES, cues -> cues.starts("who", "whos"));
    rule(Topic.RUN_REVIEW, TELLS, cues -> cues.oneDay() && cues.measure() == null && !cues.race() && cues.starts("how", "what", "hows") && cues.has("was", "go", "went", "do", "run", "about") && !cues.has("far", "much", "many", "should"));
    rule(Topic.PERIOD_SUMMARY, -TELLS, Cues::oneDay);
    rule(Topic.RACES, TELLS, cues -> cues.race() && !cues.ahead() && !cues.compares() && !cues.starts("why"));
    rule(Topic.RACES, TELLS, cues -> cues.has("races", "raced") && !cues.has("would", "could") || cues.has("race") && cues.has("when", "last", "results", "list", "result"));
    rule(Topic.RACES, -TELLS, cues -> cues.ahead() && !cues.race() && !cues.has("next", "days", "when"));
    rule(Topic.RACES, -TELLS, cues -> !cues.race() && !cues.distance() && !cues.has("race", "races", "raced", "racing"));
    rule(Topic.BLOCKS, TELLS, cues -> cues.block() || cues.has("taper", "tapering", "block", "blocks"));
    rule(Topic.BLOCKS, -TELLS, cues -> !cues.block() && !cues.race() && !cues.has("taper", "tapering", "block", "blocks", "phase", "build", "base", "cycle", "before"));
    rule(Topic.RUN_REVIEW, TELLS, cues -> cues.oneRun() && cues.starts("how", "what", "tell", "review", "analyse", "rate", "analyze", "was", "hows") && cues.measure() == null && !cues.race() && !cues.has("far", "much", "many", "km", "shoes"));
    rule(Topic.RUN_REVIEW, -TELLS, cues -> cues.periods() == 1 && !cues.oneRun());
    rule(Topic.PERIOD_SUMMARY, HINTS, cues -> cues.periods() == 1 && !cues.oneRun() && cues.has("how", "summary", "summarise", "recap", "review", "overview") && cues.measure() == null && !cues.has("far", "much", "many", "often", "long", "hard", "fast"));
    rule(Topic.PERIOD_SUMMARY, -TELLS, cues -> cues.oneRun() || cues.has("much", "many", "far"));
    rule(Topic.ADVICE_KEPT, TELLS, cues -> cues.has("advice", "advise", "advised", "recommended", "recommendation", "suggested", "told", "respected", "respect", "obey", "obeyed", "listened") && cues.has("did", "was", "have", "kept", "follow", "followed", "you"));
    rule(Topic.ADVICE_KEPT, -TELLS, cues -> !cues.has("advice", "advise", "advised", "recommend", "recommended", "recommendation", "suggested", "told", "plan", "said", "say", "suggest", "follow", "stick", "kept", "tell", "respected", "respect", "listen", "listened", "followed", "obey", "obeyed", "stuck", "recommendations", "suggestion", "suggestions"));
    rule(Topic.ADVICE_KEPT, TELLS, cues -> cues.says("you", "tell") || cues.says("you", "told") || cues.says("you", "suggested") || cues.says("you", "recommended") || cues.says("you", "say") || cues.says("you", "said") || cues.says("you", "recommend") && cues.has("did") || cues.says("your", "advice") || cues.has("respected", "obeyed"));
    rule(Topic.GENERAL, DECIDES, cues -> ofOthers(cues));
    rule(Topic.GENERAL, -HINTS, cues -> mine(cues) && !ofOthers(cues) && cues.measure() != null);
    rule(Topic.DATA, TELLS, cues -> cues.says("up", "to", "when") || cues.says("do", "you", "know") || cues.says("you", "know", "about"));
    rule(Topic.DATA, TELLS, cues -> cues.has("data", "sync", "synced", "syncing", "garmin", "strava", "missing", "connected", "imported", "import", "uploaded", "log", "watch", "recorded"));
  }

  /** Asked about somebody else, or about nobody who runs here. */
  private static boolean ofOthers(Cues cues) {
    return cues.has("he", "she", "his", "her", "wife", "husband", "sister", "brother", "friend", "mother", "father", "mum", "mom", "dad", "son", "daughter", "boyfriend", "girlfriend",
            "kipchoge", "bolt", "bekele", "kiptum", "people", "someone", "somebody", "everybody", "everyone", "dog", "cat", "world", "humans", "president", "neighbour", "neighbor", "colleague", "partner", "boss", "kids", "girl", "boy")
        || (cues.says("can", "a") || cues.says("does", "a") || cues.says("do", "a") || cues.says("can", "an")) && !mine(cues);
  }

  private TopicRules() {}

  private static void rule(Topic topic, double weight, Predicate<Cues> applies) {
    RULES.add(new Rule(topic, weight, applies));
  }

  private static boolean shoeWord(Cues cues) {
    return cues.has("wear", "wore", "wearing", "shoe", "shoes", "sneakers", "trainers", "carbons", "racers", "flats", "footwear", "shoez", "sheos") || cues.says("pair", "of") || cues.says("which", "pair");
  }

  private static boolean mine(Cues cues) {
    return cues.has("my", "i", "me", "mine");
  }

  /** What the rules add, by topic. */
  static Map<Topic, Double> added(Cues cues) {
    Map<Topic, Double> added = new EnumMap<>(Topic.class);
    for (Rule rule : RULES) {
      if (rule.applies().test(cues)) {
        added.merge(rule.topic(), rule.weight(), Double::sum);
      }
    }
    return added;
  }
}
