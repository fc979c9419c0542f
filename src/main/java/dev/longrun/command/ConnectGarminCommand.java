package dev.longrun.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Source;
import dev.longrun.settings.Settings;
import dev.longrun.source.Account;
import dev.longrun.source.TokenFile;
import dev.longrun.source.garmin.GarminSignIn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signing in on Garmin's own page, or taking over the login that another program made. */
@Command(
    name = "garmin",
    description = {
      "Connect Garmin: sign in on Garmin's own page and paste the address you land on, or the ticket in it.",
      "The ticket is exchanged once for a login that Longrun keeps renewing. No password is seen or kept."
    })
final class ConnectGarminCommand extends HomeCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "ADDRESS",
      description = "The address that the sign-in ended on, or the ticket (ST-…) in it; without it you are asked.")
  private String address;

  @Option(names = "--ticket", paramLabel = "ADDRESS", description = "The same.")
  private String ticket;

  @Option(
      names = "--tokens",
      paramLabel = "PATH",
      description = "Take over a garmin_tokens.json of python-garminconnect 0.3 or newer, or the folder it lies in.")
  private Path tokens;

  ConnectGarminCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    GarminSignIn signIn = new GarminSignIn(settings.garmin(), settings.clock());
    Connecting connecting = new Connecting(this, settings, Source.GARMIN);
    if (tokens != null) {
      takeOver(signIn, connecting);
    } else {
      signIn(signIn, connecting);
    }
    return ExitCode.OK;
  }

  private void signIn(GarminSignIn signIn, Connecting connecting) {
    String pasted = address == null ? ticket : address;
    GarminSignIn.Ticket found =
        signIn
            .ticket(pasted == null ? ask(signIn) : pasted)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.NOT_ALL_WELL, "There is no ticket (ST-…) in what was pasted. Nothing was stored; \"longrun connect garmin\" begins anew."));
    ObjectNode granted = Connecting.orFail(() -> signIn.exchange(found));
    Optional<Account> account = connecting.verify(() -> signIn.account(granted));
    connecting.store(signIn.login().file(), granted);
    connecting.done(account, signIn.login().file());
  }

  private String ask(GarminSignIn signIn) {
    URI page = signIn.page();
    say("1. Sign in on Garmin's own page:");
    say("     " + page);
    say("2. You land on an address with ?ticket=ST-… in it; the page may call that an error, which is harmless.");
    say("   Should the ticket be nowhere to be seen, this line in the browser's console (F12) puts it on the clipboard:");
    say("     " + signIn.consoleSnippet());
    if (!context().terminal().isThere()) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL,
          "There is no terminal to ask on. Sign in on the page above, then within a minute: longrun connect garmin 'ADDRESS' (the address you landed"
              + " on, or the ticket in it).");
    }
    Browser.open(page);
    return context().terminal().ask("3. Paste the address, or the ticket, within a minute: ");
  }

  private void takeOver(GarminSignIn signIn, Connecting connecting) {
    Path file = Files.isDirectory(tokens) ? tokens.resolve("garmin_tokens.json") : tokens;
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "There is no token file " + file + ".");
    }
    ObjectNode taken = Connecting.orFail(() -> new TokenFile(file).read());
    if (taken.path("di_refresh_token").asText("").isEmpty() || taken.path("di_client_id").asText("").isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL,
          file + " holds no login of python-garminconnect 0.3 or newer (di_refresh_token and di_client_id): sign in with \"longrun connect garmin\".");
    }
    boolean lasts = signIn.login().end(taken).filter(end -> end.isAfter(context().sources().read().clock().instant())).isPresent();
    Optional<Account> account = lasts ? connecting.verify(() -> signIn.account(taken)) : Optional.empty();
    connecting.store(signIn.login().file(), taken);
    connecting.done(account, signIn.login().file());
    say("From now on the login is Longrun's: the other program must sign in anew, or each locks the other out.");
  }
}
