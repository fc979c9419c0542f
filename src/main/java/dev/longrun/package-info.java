/**
 * The program's beginning: {@link dev.longrun.Longrun} hands the command line to {@code command}. Below, each package says what it is
 * for and whom it may know; {@code settings} are handed to everybody, and only {@code command} and {@code service} know Camel.
 */
package dev.longrun;
