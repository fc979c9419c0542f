package dev.longrun.command;

import dev.longrun.settings.SettingSources;
import java.io.PrintWriter;

/**
 * What every command is handed.
 *
 * @param out for what was asked for
 * @param err for what went wrong, a line each
 */
public record CommandContext(SettingSources sources, PrintWriter out, PrintWriter err) {}
