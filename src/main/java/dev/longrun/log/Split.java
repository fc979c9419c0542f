package dev.longrun.log;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One kilometre of a run; the last one may be shorter. Every value but the number may be missing (null).
 *
 * @param km the first kilometre is 1
 * @param distanceM metres, usually about 1000
 * @param movingS seconds the timer ran
 * @param elapsedS seconds from start to end of the kilometre
 * @param avgHrBpm time-weighted
 * @param avgCadenceSpm steps a minute, both feet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Split(
    int km,
    Double distanceM,
    Double movingS,
    Double elapsedS,
    Double avgHrBpm,
    Double avgPowerW,
    Double avgCadenceSpm,
    Double elevationGainM,
    Double elevationLossM) {}
