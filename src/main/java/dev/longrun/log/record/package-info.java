/**
 * What the sources said, kept so that the log can be made again without asking anybody: raw answers, the activities they map to, how
 * far the conversation with each source has come, and what could not be used.
 */
package dev.longrun.log.record;
