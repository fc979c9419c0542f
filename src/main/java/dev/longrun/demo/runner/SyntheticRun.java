package dev.longrun.demo.runner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One run of the synthetic runner, complete: what each site shows of it is the site's business.
 *
 * @param garminId null: not recorded by the watch
 * @param stravaId null: not uploaded
 * @param laps as the watch took them; the very kilometres unless it was told otherwise
 * @param kilometres the last one may be shorter
 * @param effort 1 to 10, null when the runner did not answer
 * @param feel 1 (very weak) to 5 (very strong), null when the runner did not answer
 * @param shoe null when not noted
 * @param latitude null indoors
 */
public record SyntheticRun(
    Long garminId,
    Long stravaId,
    Instant startedAt,
    ZoneId zone,
    String name,
    String comment,
    String placeName,
    Double latitude,
    Double longitude,
    boolean treadmill,
    boolean race,
    double distanceM,
    double movingS,
    double elapsedS,
    Double avgHrBpm,
    Double maxHrBpm,
    double avgPowerW,
    double avgCadenceSpm,
    Double elevationGainM,
    Double elevationLossM,
    Integer effort,
    Integer feel,
    Shoe shoe,
    List<SyntheticLap> laps,
    List<SyntheticLap> kilometres) {

  public SyntheticRun {
    laps = List.copyOf(laps);
    kilometres = List.copyOf(kilometres);
  }

  public ZonedDateTime localStart() {
    return startedAt.atZone(zone);
  }

  public LocalDate date() {
    return localStart().toLocalDate();
  }

  public int utcOffsetS() {
    return localStart().getOffset().getTotalSeconds();
  }

  public Instant endedAt() {
    return startedAt.plusMillis(Math.round(elapsedS * 1000));
  }

  public double speedMs() {
    return distanceM / movingS;
  }

  /** Whether the laps are not kilometres, so that kilometres must be found in the stream. */
  public boolean hasLapsOfItsOwn() {
    return !laps.equals(kilometres);
  }
}
