package dev.longrun.coach.findings;

import dev.longrun.quantity.Quantity;
import java.time.LocalDate;

/**
 * One quantity computed from the training log.
 *
 * @param id unique within an answer, such as {@code week-2026-W47.distance}
 * @param thing what it is a measure of: {@code week from 16 November}, {@code easy pace}, a shoe's or race's name (text from outside)
 * @param aspect which measure of it: {@code distance}, {@code mean heart rate}
 * @param from first day it covers; null when it covers none
 * @param to last day it covers
 * @param quantity null: not known, and {@code note} says why
 * @param sample how many runs, days or weeks it rests on; null when that says nothing
 * @param knownUntil the day up to which the log was known when it was computed; null: nothing is known
 * @param note a condition under which it must be read; may be null
 * @param query where it comes from: the file of its statement, the class of its formula, or the setting
 */
public record Fact(
    String id,
    String thing,
    String aspect,
    LocalDate from,
    LocalDate to,
    Quantity quantity,
    Integer sample,
    LocalDate knownUntil,
    String note,
    String query) {}
