package dev.longrun.command;

import dev.longrun.settings.SettingSources;
import java.io.PrintWriter;

/**
 * What every command is handed.
 *
 * @param out for what was asked for
 * @param err for what went wrong, a line each
 * @param terminal whom to ask
 */
public record CommandContext(SettingSources sources, PrintWriter out, PrintWriter err, Terminal terminal) {
  public CommandContext(SettingSources sources, PrintWriter out, PrintWriter err) {
    this(sources, out, err, Terminal.ofProcess());
  }
}
