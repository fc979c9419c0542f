package dev.longrun.metrics.recovery;

import dev.longrun.metrics.trend.SpikeClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Votes for taking it easier, each by its name; there is no score. Five signs may vote: heart rate variability below its band (or above it,
 * when the runner feels it too), a raised resting heart rate, short sleep, a run far longer than the runner was used to, and what the
 * runner says: a feel of 2 or less or an effort 2 or more above what that heart rate usually costs. What the runner says counts double:
 * in 56 studies it was more sensitive and more consistent than what was measured (Saw 2016, Br J Sports Med 50:281).
 *
 * <p>Up to one vote means as planned, two mean easy instead of hard, three or an illness mean rest. A rule of thumb, not a diagnosis.
 *
 * @param votes 0 to 6
 * @param votesFor the names of what voted, an illness among them
 * @param unknown the names of what could not vote
 */
public record ReadinessVotes(int votes, List<String> votesFor, List<String> unknown, Advice advice) {
  private static final int WEAK_FEEL = 2;
  private static final double HARDER_BY = 2;
  private static final int SUBJECTIVE_WEIGHT = 2;
  private static final int VOTES_FOR_EASY = 2;
  private static final int VOTES_FOR_REST = 3;

  /**
   * One that may vote.
   *
   * @param votes 0 when it does not
   */
  private record Sign(String name, boolean known, int votes, String votesAs) {}

  public ReadinessVotes {
    votesFor = List.copyOf(votesFor);
    unknown = List.copyOf(unknown);
  }

  public static ReadinessVotes of(Morning morning) {
    List<Sign> signs = List.of(feeling(morning), variability(morning), restingHeartRate(morning), sleep(morning), recentLoad(morning));
    List<String> votesFor = new ArrayList<>(signs.stream().filter(sign -> sign.votes() > 0).map(Sign::votesAs).toList());
    if (morning.ill()) {
      votesFor.add("illness");
    }
    int votes = signs.stream().mapToInt(Sign::votes).sum();
    List<String> unknown = signs.stream().filter(sign -> !sign.known()).map(Sign::name).toList();
    return new ReadinessVotes(votes, votesFor, unknown, advice(votes, morning.ill(), unknown.size() == signs.size()));
  }

  /** The advice with the names of what voted. */
  public String text() {
    return votesFor.isEmpty() ? advice.words() : "%s: %s".formatted(advice.words(), String.join(", ", votesFor));
  }

  private static Advice advice(int votes, boolean ill, boolean nothingKnown) {
    if (ill || votes >= VOTES_FOR_REST) {
      return Advice.REST;
    }
    if (nothingKnown) {
      return Advice.UNKNOWN;
    }
    return votes >= VOTES_FOR_EASY ? Advice.EASY_INSTEAD : Advice.AS_PLANNED;
  }

  private static Sign feeling(Morning morning) {
    boolean known = morning.feel() != null || morning.effortAboveExpected() != null;
    return new Sign("feel or effort", known, isWeak(morning) ? SUBJECTIVE_WEIGHT : 0, "how the runner felt (counts double)");
  }

  private static Sign variability(Morning morning) {
    String name = "heart rate variability";
    if (morning.variability() == null) {
      return new Sign(name, false, 0, name);
    }
    return switch (morning.variability().state()) {
      case BELOW -> new Sign(name, true, 1, "low heart rate variability");
      case ABOVE -> new Sign(name, true, isWeak(morning) ? 1 : 0, "unusually high heart rate variability");
      case WITHIN -> new Sign(name, true, 0, name);
      case LEARNING, UNKNOWN -> new Sign(name, false, 0, name);
    };
  }

  private static Sign restingHeartRate(Morning morning) {
    RestingHeartRate.State state =
        morning.restingHeartRate() == null ? RestingHeartRate.State.UNKNOWN : morning.restingHeartRate().state();
    int votes = state == RestingHeartRate.State.RAISED ? 1 : 0;
    return new Sign("resting heart rate", state != RestingHeartRate.State.UNKNOWN, votes, "raised resting heart rate");
  }

  private static Sign sleep(Morning morning) {
    SleepDebt sleep = morning.sleep();
    return new Sign("sleep", sleep != null && sleep.isKnownOfLate(), sleep != null && sleep.isShortOfLate() ? 1 : 0, "short sleep");
  }

  private static Sign recentLoad(Morning morning) {
    Double ratio = morning.spikeRatio();
    boolean isSpike = ratio != null && SpikeClass.of(ratio) != SpikeClass.REFERENCE;
    return new Sign("recent load", ratio != null, isSpike ? 1 : 0, "a run far longer than those of the month before");
  }

  private static boolean isWeak(Morning morning) {
    return (morning.feel() != null && morning.feel() <= WEAK_FEEL)
        || (morning.effortAboveExpected() != null && morning.effortAboveExpected() >= HARDER_BY);
  }
}
