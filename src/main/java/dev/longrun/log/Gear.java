package dev.longrun.log;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A shoe as one source knows it.
 *
 * @param gearId the source's own id
 * @param name never blank
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Gear(String gearId, String name, String brand, String model) {}
