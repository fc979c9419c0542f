package dev.longrun.log;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One lap as the device or its runner set it, kept when laps are not kilometres. Every value but the number may be missing.
 *
 * @param lapNo the first lap is 1
 * @param intensity the source's own word in lower case, such as {@code warmup}, {@code interval}, {@code recovery}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Lap(
    int lapNo,
    String intensity,
    Double distanceM,
    Double movingS,
    Double elapsedS,
    Double avgHrBpm,
    Double avgPowerW,
    Double avgCadenceSpm,
    Double elevationGainM,
    Double elevationLossM) {}
