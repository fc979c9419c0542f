/**
 * Garmin Connect, as its app sees it: login tokens, the list of activities, and an activity's detail, kilometres, recording and shoe
 * as an {@link dev.longrun.log.Activity}. It may know {@code source}, {@code log} and the settings, and no other source.
 */
package dev.longrun.source.garmin;
