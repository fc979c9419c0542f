package dev.longrun.source.file;

/**
 * The totals a device wrote down itself. A missing one is null; what can be, is then made from the points.
 *
 * @param movingS what the session or the laps say
 * @param timerS what the activity as a whole says, a second witness
 */
record Summary(
    Double distanceM,
    Double movingS,
    Double timerS,
    Double elapsedS,
    Double avgHrBpm,
    Double maxHrBpm,
    Double avgPowerW,
    Double avgCadence,
    Double elevationGainM,
    Double elevationLossM,
    Double latitude,
    Double longitude,
    Double effort,
    Integer feel) {
  static final Summary NONE = new Summary(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  Summary witnessedBy(Double activityTimerS) {
    return new Summary(
        distanceM, movingS, activityTimerS, elapsedS, avgHrBpm, maxHrBpm, avgPowerW, avgCadence, elevationGainM, elevationLossM, latitude,
        longitude, effort, feel);
  }
}
