/**
 * What the clients of all sites share: reading answers that may be anything, polite pacing, tokens, kilometres from a recording,
 * and what becomes of trouble. It may know {@code log} and the settings, and none of the sites.
 *
 * <p>A new site takes: a package of its own with an <em>access</em> (puts the login on a request and judges the answer, in the
 * terms of {@link dev.longrun.source.SourceTrouble}), a <em>mapper</em> ({@link dev.longrun.log.ActivityMapper}) and a
 * <em>poll</em> ({@link dev.longrun.source.Poll}); a file in {@code routes/} whose entry route sets the variables
 * {@code source} and {@code poll}, so that {@code error-handling} knows whom it is about; a line in {@code SourceBeans}; and
 * tests for every way in which the site may be slow, wrong, empty or refused.
 */
package dev.longrun.source;
