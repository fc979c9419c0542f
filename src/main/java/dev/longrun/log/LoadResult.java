package dev.longrun.log;

/** What loading an activity changed. */
public enum LoadResult {
  NEW,
  CHANGED,
  UNCHANGED
}
