/**
 * Open-Meteo: the hours of weather of runs, many runs to a request, places rounded to 0.1 degrees before they leave the machine. It
 * may know {@code source}, {@code log} and the settings, and no other source.
 */
package dev.longrun.source.openmeteo;
