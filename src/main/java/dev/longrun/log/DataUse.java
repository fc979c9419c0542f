package dev.longrun.log;

/**
 * Which source's values may be computed with. Under Strava's API policy the runner chooses; whatever is not free to use may only
 * be shown.
 *
 * @param stravaCounts whether the runner allows Strava's values to be used like any other's
 */
public record DataUse(boolean stravaCounts) {
  public boolean counts(Source source) {
    return source != Source.STRAVA || stravaCounts;
  }
}
