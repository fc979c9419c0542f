/**
 * Strava's API: tokens, the quota, the list of activities, and an activity's detail and shoe as an
 * {@link dev.longrun.log.Activity}. It may know {@code source}, {@code log} and the settings, and no other source; what may be done
 * with its data is decided in {@code log}, by {@link dev.longrun.log.DataUse}.
 */
package dev.longrun.source.strava;
