package dev.longrun.demo.runner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.UnaryOperator;

/**
 * The dates on which something happens to the synthetic runner, all counted back from the last day, so that every last day
 * gives the same story.
 *
 * @param firstDay of the log
 * @param lastDay of the log
 */
public record Season(LocalDate firstDay, LocalDate lastDay) {
  private static final int ILLNESS_DAYS = 8;
  private static final int RETURN_DAYS = 9;
  private static final int SHOES_NOTED_WEEKS = 22;
  private static final int STRAVA_WEEKS = 17;

  static Season of(LocalDate lastDay, int years) {
    return new Season(lastDay.minusYears(years).plusDays(1), lastDay);
  }

  /** The next spring marathon: the second Sunday of an April after the last day. */
  public LocalDate goalRace() {
    LocalDate race = secondSundayOfApril(lastDay.getYear());
    return race.isAfter(lastDay) ? race : secondSundayOfApril(lastDay.getYear() + 1);
  }

  /** The half marathon, a Sunday. */
  public LocalDate half() {
    return day(5, DayOfWeek.SUNDAY);
  }

  /** The 10 km race, a Sunday. */
  public LocalDate tenKilometres() {
    return day(12, DayOfWeek.SUNDAY);
  }

  public LocalDate illnessFrom() {
    return day(20, DayOfWeek.MONDAY);
  }

  /** The last day without a run. */
  public LocalDate illnessTo() {
    return illnessFrom().plusDays(ILLNESS_DAYS - 1);
  }

  /** Easy and short from the end of the illness to this day. */
  LocalDate recoveredOn() {
    return illnessTo().plusDays(RETURN_DAYS);
  }

  /** A week, Monday to Sunday, in another time zone. */
  public LocalDate journeyFrom() {
    return day(31, DayOfWeek.MONDAY);
  }

  /** A week, Monday to Sunday, on the treadmill. */
  public LocalDate treadmillFrom() {
    return day(41, DayOfWeek.MONDAY);
  }

  public LocalDate twoRunsOn() {
    return day(2, DayOfWeek.WEDNESDAY);
  }

  /** The start of a run that ends on the next day. */
  public LocalDate midnightOn() {
    return mostRecent(year -> LocalDate.of(year.getYear(), Month.DECEMBER, 31));
  }

  /** The morning on which the clocks go back while the runner is out. */
  public LocalDate clockChangeOn() {
    return mostRecent(
        year -> LocalDate.of(year.getYear(), Month.OCTOBER, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)));
  }

  /** A long run with two pauses. */
  public LocalDate pausesOn() {
    return day(8, DayOfWeek.SUNDAY);
  }

  public LocalDate withoutHeartRateOn() {
    return day(7, DayOfWeek.WEDNESDAY);
  }

  public LocalDate onlyOnStravaOn() {
    return day(3, DayOfWeek.SATURDAY);
  }

  /** A run whose name tries to give the model orders. */
  public LocalDate ordersOn() {
    return day(1, DayOfWeek.SATURDAY);
  }

  /** A run of which one hour has no weather. */
  public LocalDate withoutWeatherOn() {
    return day(6, DayOfWeek.TUESDAY);
  }

  /** From this day on the runner notes which shoe it was. */
  public LocalDate shoesNotedFrom() {
    return day(SHOES_NOTED_WEEKS, DayOfWeek.MONDAY);
  }

  /** From this day on runs are on Strava too. */
  public LocalDate onStravaFrom() {
    return day(STRAVA_WEEKS, DayOfWeek.MONDAY);
  }

  /** 0 for the week of the last day, 1 for the one before. */
  int weeksBeforeLast(LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(monday(day), monday(lastDay));
  }

  boolean isIll(LocalDate day) {
    return within(day, illnessFrom(), illnessTo());
  }

  boolean isRecovering(LocalDate day) {
    return within(day, illnessTo().plusDays(1), recoveredOn());
  }

  boolean isAway(LocalDate day) {
    return within(day, journeyFrom(), journeyFrom().plusDays(6));
  }

  boolean isOnTreadmill(LocalDate day) {
    return within(day, treadmillFrom(), treadmillFrom().plusDays(6));
  }

  boolean isRace(LocalDate day) {
    return day.equals(half()) || day.equals(tenKilometres());
  }

  /** Whether the day's run is part of the story, so that chance must not skip it. */
  boolean hasItsOwnRun(LocalDate day) {
    return isRace(day)
        || day.equals(twoRunsOn())
        || day.equals(pausesOn())
        || day.equals(withoutHeartRateOn())
        || day.equals(onlyOnStravaOn())
        || day.equals(ordersOn())
        || day.equals(withoutWeatherOn())
        || day.equals(lastDay);
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private LocalDate day(int weeksBeforeLast, DayOfWeek weekday) {
    return monday(lastDay).minusWeeks(weeksBeforeLast).with(TemporalAdjusters.nextOrSame(weekday));
  }

  /** The newest of a yearly day on which nothing else is the matter. */
  private LocalDate mostRecent(UnaryOperator<LocalDate> dayOfYear) {
    LocalDate day = dayOfYear.apply(lastDay);
    while (!day.isBefore(lastDay) || isIll(day) || isRecovering(day) || isAway(day) || isOnTreadmill(day) || hasItsOwnRun(day)) {
      day = dayOfYear.apply(day.minusYears(1).withDayOfMonth(1));
    }
    return day;
  }

  private static LocalDate secondSundayOfApril(int year) {
    return LocalDate.of(year, Month.APRIL, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
