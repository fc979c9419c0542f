/** What the runner reads: the outbox as a projection of the database, and the pieces its pages are made of. */
package dev.longrun.report;
