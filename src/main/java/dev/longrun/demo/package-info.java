/**
 * The main job shown on a runner who does not exist: {@code runner} invents the runs, {@code site} answers like Garmin, Strava
 * and Open-Meteo, and {@link dev.longrun.demo.Demo} lets the real program work on them. Nothing here may be needed by the
 * program itself.
 */
package dev.longrun.demo;
