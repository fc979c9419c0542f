/**
 * Garmin, Strava and Open-Meteo as they answer about the synthetic runner, on loopback only. It may know {@code demo.runner} and
 * nothing of the program itself.
 */
package dev.longrun.demo.site;
