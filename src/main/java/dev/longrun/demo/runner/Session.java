package dev.longrun.demo.runner;

import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is to be run: decided by the plan, before weather, form and chance make a run of it.
 *
 * @param oddities what is unusual about how it happens or is recorded
 * @param name null: named after its kind and place
 */
record Session(Kind kind, double km, ZonedDateTime start, Place place, Set<Oddity> oddities, String name) {

  enum Oddity {
    TREADMILL,
    PAUSES,
    NO_HEART_RATE,
    ONLY_ON_STRAVA,
    /** An hour of the run is one that the weather service knows nothing about. */
    NO_WEATHER,
    AFTER_ILLNESS
  }

  static Session of(Kind kind, double km, ZonedDateTime start, Place place) {
    return new Session(kind, km, start, place, EnumSet.noneOf(Oddity.class), null);
  }

  boolean is(Oddity oddity) {
    return oddities.contains(oddity);
  }

  Session with(Oddity oddity) {
    Set<Oddity> more = EnumSet.of(oddity);
    more.addAll(oddities);
    return new Session(kind, km, start, place, more, name);
  }

  Session named(String newName) {
    return new Session(kind, km, start, place, oddities, newName);
  }

  Session as(Kind otherKind, double otherKm) {
    return new Session(otherKind, otherKm, start, place, oddities, name);
  }

  Session at(ZonedDateTime otherStart, Place otherPlace) {
    return new Session(kind, km, otherStart, otherPlace, oddities, name);
  }
}
