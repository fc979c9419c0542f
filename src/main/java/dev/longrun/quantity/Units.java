package dev.longrun.quantity;

/** In which units pages, answers and plots speak. Tables and views are always SI. */
public enum Units {
  METRIC,
  IMPERIAL
}
