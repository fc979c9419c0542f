/**
 * Activity files and the exports of whole accounts: FIT, TCX and GPX, Garmin's and Strava's archives, each activity in them as an
 * {@link dev.longrun.log.Activity}. Names inside archives are labels and never paths, everything is read as a stream within limits
 * ({@link dev.longrun.source.file.Limits}), and what cannot be used is an {@link dev.longrun.source.file.UnusableFile}, nothing else.
 * It may know {@code source}, {@code log} and the settings, and no other source.
 *
 * <p>A new format takes a reader that makes {@link dev.longrun.source.file.Recording}s of bytes, a value in
 * {@link dev.longrun.source.file.FileFormat}, and a rank in {@link dev.longrun.log.record.FileIdentity}.
 */
package dev.longrun.source.file;
