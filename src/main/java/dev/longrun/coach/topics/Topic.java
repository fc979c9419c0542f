package dev.longrun.coach.topics;

/** What a runner can ask about. The example questions of each stand in {@code topics/<name>.txt}. */
public enum Topic {
  /** Will I reach my goal? */
  ON_TRACK,
  /** What could I run over some distance now? */
  FORECAST,
  /** How fast should the next session of some kind be? */
  TRAINING_PACES,
  /** Should I run today or tomorrow, and how? */
  RUN_TOMORROW,
  /** What should the coming week look like? */
  NEXT_WEEK,
  /** How long should or may the next long run be; how did the long runs go? */
  LONG_RUN,
  /** How much did I run in some time? */
  VOLUME,
  /** How was some day, week, month or season as a whole? */
  PERIOD_SUMMARY,
  /** One period against another. */
  COMPARE_PERIODS,
  /** Am I getting fitter, faster, better? */
  PROGRESS,
  /** Pace at a fixed heart rate, heart rate at a fixed pace. */
  PACE_AT_HEART_RATE,
  /** How the time was spread over easy, moderate and hard; are my easy runs easy? */
  INTENSITY,
  /** How was one run? */
  RUN_REVIEW,
  /** Why was a run so hard, slow or bad? */
  WHY_HARD,
  /** Kilometres, laps and pacing of a run. */
  SPLITS,
  /** Cadence, power, stride. */
  CADENCE,
  /** Heart rate: zones, maximum, drift, thresholds. */
  HEART_RATE,
  /** Fastest times over distances. */
  BEST_EFFORTS,
  /** My races and how they went. */
  RACES,
  /** Which shoe for what? */
  SHOE_CHOICE,
  /** How far has a shoe gone, when must it go? */
  SHOE_WEAR,
  /** How did heat, cold, wind or rain matter? */
  WEATHER,
  /** Climb and hills. */
  HILLS,
  /** Am I tired, overtrained, overreaching? */
  FATIGUE,
  /** Am I ready, rested, fresh today? */
  READINESS,
  /** Fitness, fatigue, form, load. */
  FITNESS,
  /** Is the training growing too fast; runs far longer than usual; risk. */
  SPIKES,
  /** Pain and injuries that were noted. */
  INJURY,
  /** Illness that was noted. */
  ILLNESS,
  /** Effort and feel. */
  EFFORT_AND_FEEL,
  /** Sleep, resting heart rate, HRV, weight. */
  MORNINGS,
  /** Training blocks and tapering. */
  BLOCKS,
  /** How regularly, when in the day or week, streaks and gaps. */
  CONSISTENCY,
  /** What does a term mean? */
  EXPLAIN,
  /** What is known and not known; are the sources fresh? */
  DATA,
  /** What was advised before, and was it kept? */
  ADVICE_KEPT,
  /** Where do I stand; what can be asked? Everything that cannot be placed. */
  GENERAL
}
