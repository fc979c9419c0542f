package dev.longrun.source.file;

import dev.longrun.log.RunnersLimits;
import dev.longrun.log.Sport;
import dev.longrun.source.file.SportWords.Meaning;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether an activity is a run. What it says of itself decides; where it says nothing, its name, its speed and its distance do
 * so together.
 *
 * @param sport the kind of running; null: it is no run
 * @param reason why it is no run, a sentence; null when it is one
 */
record RunJudgement(Sport sport, String reason) {
  /** Slower than that without a word of running is a walk: people walk at 1.2 to 1.7 m/s. */
  private static final double SLOWEST_UNNAMED_MS = 1.5;

  /** Slower than that is no run even if it is called one: a steep hundred miles is run at 1 m/s. */
  private static final double SLOWEST_NAMED_MS = 0.5;

  /** Of what a run may be as fast as, without a word of running: most of what is faster sits on a bicycle. */
  private static final double UNNAMED_SHARE = 0.95;

  /** Metres that say nothing about a speed. */
  private static final double SHORTEST_M = 100;

  /**
   * @param said what it says of its sport
   * @param name what it is called; null: nothing
   * @param distanceM null when it is not known
   * @param movingS null when it is not known
   */
  static RunJudgement of(SaidSport said, String name, Double distanceM, Double movingS) {
    if (said.run() != null) {
      return new RunJudgement(said.run(), null);
    }
    if (said.other() != null) {
      return no("Its sport is " + said.other());
    }
    Set<Meaning> words = SportWords.ofName(name);
    boolean named = SportWords.isRun(words) && !words.contains(Meaning.OTHER);
    if (!SportWords.isRun(words) && (words.contains(Meaning.OTHER) || words.contains(Meaning.WALK))) {
      return no("It does not say what sport it is, and its name \"" + name.strip() + "\" is not that of a run");
    }
    if (distanceM == null || movingS == null || distanceM < SHORTEST_M || !(movingS > 0)) {
      return named ? run(words) : no("It says neither what sport it is nor how far and how fast it was");
    }
    double speedMs = distanceM / movingS;
    double fastestMs = RunnersLimits.fastestMs(distanceM) * (named ? 1 : UNNAMED_SHARE);
    double slowestMs = named ? SLOWEST_NAMED_MS : SLOWEST_UNNAMED_MS;
    if (speedMs < slowestMs || speedMs > fastestMs) {
      return no(
          String.format(
              Locale.ROOT, "It does not say what sport it is, and its speed of %.1f km/h over %.1f km is not that of a run", speedMs * 3.6,
              distanceM / 1000));
    }
    return run(words);
  }

  private static RunJudgement run(Set<Meaning> words) {
    return new RunJudgement(SportWords.kind(words), null);
  }

  private static RunJudgement no(String why) {
    return new RunJudgement(null, why + ".");
  }
}
