/**
 * What is known of a day whether it was run on or not: what each source says of it, first after waking and by now, and the one row of the
 * log that this comes to.
 */
package dev.longrun.log.day;
