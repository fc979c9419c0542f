/**
 * What the runner reads: the outbox as a projection of the database, the status, and the pieces pages are made of. It may know
 * {@code log} and the settings.
 */
package dev.longrun.report;
