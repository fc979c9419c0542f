/**
 * The command line, one class a command; messages are sentences, and what went wrong in detail goes to the log files. It may know
 * everybody, and is known by {@link dev.longrun.Longrun} alone. A new command is a class here and a line in
 * {@link dev.longrun.command.LongrunCommand}.
 */
package dev.longrun.command;
