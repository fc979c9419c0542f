/**
 * Equivalents, forecasts and readiness for a race: what a race says about other distances, what the training of eight weeks says
 * about a marathon, how far both can be trusted, and how a forecast did in the end.
 *
 * <p>Every forecast here obeys three laws: a faster race never makes it slower, more kilometres a week never make it slower, and a
 * longer distance never has a shorter time.
 */
package dev.longrun.metrics.race;
