package dev.longrun.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Reason;
import dev.longrun.log.Source;
import dev.longrun.settings.EnvFileWriter;
import dev.longrun.settings.SettingName;
import dev.longrun.settings.Settings;
import dev.longrun.settings.StravaDataUse;
import dev.longrun.service.HomeLock;
import dev.longrun.source.Account;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.strava.StravaSignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Authorising Longrun on Strava's own page; what was typed on the way is kept in the home's {@code .env}. */
@Command(
    name = "strava",
    description = {
      "Connect Strava: name your own API application, say what may be done with Strava's data, and authorise it on Strava's page.",
      "The browser comes back to this machine, or you paste the address it lands on."
    })
final class ConnectStravaCommand extends HomeCommand {
  /** Longer than anybody reads a consent page. */
  private static final long PATIENCE_MINUTES = 15;

  ConnectStravaCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    if (!context().terminal().isThere()) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL,
          "There is no terminal to ask on: run \"longrun connect strava\" in one, or set STRAVA_CLIENT_ID, STRAVA_CLIENT_SECRET,"
              + " STRAVA_REFRESH_TOKEN and STRAVA_DATA_USE in " + env(settings) + " (docs/connecting.md, \"Strava\").");
    }
    Settings.Strava application = application(settings.strava());
    StravaSignIn signIn = new StravaSignIn(application, settings.home(), settings.clock());
    String state = HexFormat.of().formatHex(random());
    String code = authorised(signIn, state);
    Connecting connecting = new Connecting(this, settings, Source.STRAVA);
    ObjectNode granted = Connecting.orFail(() -> signIn.exchange(code));
    Optional<Account> account = connecting.verify(() -> signIn.account(granted));
    connecting.store(signIn.login().file(), granted);
    keep(settings, application, signIn.login().refreshToken(granted));
    connecting.done(account, signIn.login().file());
    if (HomeLock.owner(settings.home()).isPresent() && !settings.strava().dataUse().equals(application.dataUse())) {
      say("Your choice about Strava's data takes effect when the service is started anew: until then it does not ask Strava.");
    }
    return ExitCode.OK;
  }

  private Settings.Strava application(Settings.Strava known) {
    say("Strava wants an API application of your own: make one on https://www.strava.com/settings/api (callback domain: localhost).");
    String id = known.clientId().orElseGet(() -> answered("Its client id: ", false));
    String secret = known.clientSecret().orElseGet(() -> answered("Its client secret (not shown): ", true));
    return new Settings.Strava(
        known.apiUrl(), known.authUrl(), Optional.of(id), Optional.of(secret), known.refreshToken(), Optional.of(known.dataUse().orElseGet(this::dataUse)));
  }

  private StravaDataUse dataUse() {
    say("");
    say("Strava's API policy (June 2026) forbids feeding what its API says to any AI, and keeping it for more than seven days. You choose:");
    say("  seven-days   as the policy asks: Strava's runs are only shown, in no number and no answer, and erased after seven days");
    say("  coach        my data, my risk: used like any other");
    say("Files that you export from Strava, and the same runs from Garmin, are under no such rule.");
    while (true) {
      String choice = answered("seven-days or coach: ", false);
      for (StravaDataUse use : StravaDataUse.values()) {
        if (use.id().equals(choice)) {
          return use;
        }
      }
    }
  }

  private String answered(String prompt, boolean secret) {
    String answer = secret ? context().terminal().askSecret(prompt) : context().terminal().ask(prompt);
    if (answer.isEmpty()) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "Nothing was typed, so nothing was stored.");
    }
    return answer;
  }

  private static byte[] random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /** The browser comes back to this machine; where it runs on another one its address is pasted. */
  private String authorised(StravaSignIn signIn, String state) {
    CompletableFuture<String> code = new CompletableFuture<>();
    try (LoopbackRedirect redirect = new LoopbackRedirect(address -> taken(signIn, address, state, code))) {
      URI page = signIn.page(redirect.address(), state);
      say("");
      say("Authorise Longrun on Strava's own page, with every box ticked:");
      say("  " + page);
      Browser.open(page);
      Thread typing = new Thread(() -> pasted(signIn, state, code), "paste");
      typing.setDaemon(true);
      typing.start();
      return code.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "Nobody came back from Strava's page within " + PATIENCE_MINUTES + " minutes; nothing was stored.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "Interrupted; nothing was stored.");
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, "No free port on this machine for the way back from Strava: " + Reason.ofFile(e) + ".");
    }
  }

  /** Whatever else knocks on the port ends nothing. */
  private static String taken(StravaSignIn signIn, String address, String state, CompletableFuture<String> code) {
    if (!address.contains("state=" + state)) {
      return "This is not the answer that Longrun waits for.";
    }
    try {
      code.complete(signIn.code(address, state));
      return "Longrun has what it needs. You can close this page; the terminal says how it goes on.";
    } catch (ActionNeeded e) {
      code.completeExceptionally(e);
      return "Not connected; the terminal says why.";
    }
  }

  private void pasted(StravaSignIn signIn, String state, CompletableFuture<String> code) {
    String line = context().terminal().ask("Waiting for the browser. If it runs on another machine, paste the address it lands on: ");
    if (line.isEmpty()) {
      return;
    }
    try {
      code.complete(signIn.code(line, state));
    } catch (ActionNeeded e) {
      code.completeExceptionally(e);
    }
  }

  private static Path env(Settings settings) {
    return settings.home().resolve(".env");
  }

  private void keep(Settings settings, Settings.Strava application, String refreshToken) {
    Map<SettingName, String> values = new EnumMap<>(SettingName.class);
    values.put(SettingName.STRAVA_CLIENT_ID, application.clientId().orElseThrow());
    values.put(SettingName.STRAVA_CLIENT_SECRET, application.clientSecret().orElseThrow());
    values.put(SettingName.STRAVA_REFRESH_TOKEN, refreshToken);
    values.put(SettingName.STRAVA_DATA_USE, application.dataUse().orElseThrow().id());
    try {
      EnvFileWriter.set(env(settings), values);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, env(settings) + " cannot be written: " + Reason.ofFile(e) + ". Check its owner and mode.");
    }
    say("What you typed stands in " + env(settings) + ".");
    if (!context().sources().read().strava().refreshToken().equals(Optional.of(refreshToken))) {
      complain(
          "But another STRAVA_REFRESH_TOKEN, from the environment or a .env in the folder you start Longrun from, comes before it: take that one away.");
    }
  }
}
