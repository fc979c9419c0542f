package dev.longrun.source.file;

/** The totals a device wrote down itself. A missing one is null; what can be, is then made from the points. */
record Summary(
    Double distanceM,
    Double movingS,
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
  static final Summary NONE = new Summary(null, null, null, null, null, null, null, null, null, null, null, null, null);
}
