/**
 * The main job shown on a runner who does not exist: {@code runner} invents the runs, {@code site} answers like Garmin, Strava
 * and Open-Meteo, and {@link dev.longrun.demo.Demo} lets the real program work on them. Nothing here may be needed by the
 * program itself: it may know everybody but {@code command}, and only {@code command} knows it.
 */
package dev.longrun.demo;
