package dev.longrun.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What one source says about one running activity, in the one shape every source maps to. A missing value is null, never 0.
 *
 * @param externalId the source's own id of the activity
 * @param startedAt whole seconds
 * @param utcOffsetS of the runner's clock at the start, daylight saving included: decides the run's date
 * @param timezone IANA name when the source knows it for sure
 * @param movingS the time the timer ran, pauses excluded
 * @param elapsedS from start to end
 * @param avgCadenceSpm steps a minute, both feet
 * @param latitude of the start, degrees
 * @param race whether the source calls it a race; null when it has no say
 * @param effort perceived exertion, 1 to 10
 * @param feel 1 (very weak) to 5 (very strong)
 * @param gear the shoe, when the source knows it
 * @param splits kilometres in order, or empty
 * @param laps only when they are not kilometres
 * @param isRun whether the runner says of its file that it is a run; null when nothing was said
 * @param flaws what was left out of it or set right, a sentence each; empty when it is as its source says it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Activity(
    Source source,
    String externalId,
    Instant startedAt,
    int utcOffsetS,
    String timezone,
    Sport sport,
    String name,
    String comment,
    String place,
    Double distanceM,
    Double movingS,
    Double elapsedS,
    Double avgHrBpm,
    Double maxHrBpm,
    Double avgPowerW,
    Double avgCadenceSpm,
    Double elevationGainM,
    Double elevationLossM,
    Double latitude,
    Double longitude,
    Boolean race,
    Double effort,
    Integer feel,
    Gear gear,
    List<Split> splits,
    List<Lap> laps,
    Boolean isRun,
    List<String> flaws) {

  public Activity {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(externalId, "externalId");
    Objects.requireNonNull(sport, "sport");
    startedAt = startedAt.truncatedTo(ChronoUnit.SECONDS);
    splits = splits == null ? List.of() : List.copyOf(splits);
    laps = laps == null ? List.of() : List.copyOf(laps);
    flaws = flaws == null ? List.of() : List.copyOf(flaws);
  }

  /** As its source says it, nothing left out. */
  public Activity(
      Source source,
      String externalId,
      Instant startedAt,
      int utcOffsetS,
      String timezone,
      Sport sport,
      String name,
      String comment,
      String place,
      Double distanceM,
      Double movingS,
      Double elapsedS,
      Double avgHrBpm,
      Double maxHrBpm,
      Double avgPowerW,
      Double avgCadenceSpm,
      Double elevationGainM,
      Double elevationLossM,
      Double latitude,
      Double longitude,
      Boolean race,
      Double effort,
      Integer feel,
      Gear gear,
      List<Split> splits,
      List<Lap> laps) {
    this(
        source, externalId, startedAt, utcOffsetS, timezone, sport, name, comment, place, distanceM, movingS, elapsedS, avgHrBpm, maxHrBpm,
        avgPowerW, avgCadenceSpm, elevationGainM, elevationLossM, latitude, longitude, race, effort, feel, gear, splits, laps, null, List.of());
  }

  /** The same, of which the runner said that it is a run. */
  public Activity confirmed() {
    return new Activity(
        source, externalId, startedAt, utcOffsetS, timezone, sport, name, comment, place, distanceM, movingS, elapsedS, avgHrBpm, maxHrBpm,
        avgPowerW, avgCadenceSpm, elevationGainM, elevationLossM, latitude, longitude, race, effort, feel, gear, splits, laps, true, flaws);
  }

  /** The runner's local date of the start. */
  public LocalDate runDate() {
    return startedAt.atOffset(ZoneOffset.ofTotalSeconds(utcOffsetS)).toLocalDate();
  }
}
