package dev.longrun;

import dev.longrun.command.CommandContext;
import dev.longrun.command.LongrunCommand;
import dev.longrun.command.Logs;
import dev.longrun.settings.SettingSources;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The program: reads the command line, starts the service or does one thing. */
public final class Longrun {
  private Longrun() {}

  public static void main(String[] arguments) {
    Logs.nowhere();
    CommandContext context = new CommandContext(SettingSources.ofProcess(), writer(FileDescriptor.out), writer(FileDescriptor.err));
    System.exit(LongrunCommand.execute(context, arguments));
  }

  /** Java 17 prints question marks for ° and é under LANG=C, where a terminal of today shows UTF-8 all the same. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    Charset charset = System.console() == null ? StandardCharsets.UTF_8 : System.console().charset();
    return new PrintWriter(new FileOutputStream(descriptor), true, charset == StandardCharsets.US_ASCII ? StandardCharsets.UTF_8 : charset);
  }
}
