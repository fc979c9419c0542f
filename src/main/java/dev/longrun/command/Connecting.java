package dev.longrun.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Reason;
import dev.longrun.log.Source;
import dev.longrun.service.HomeLock;
import dev.longrun.settings.Settings;
import dev.longrun.source.AccessRefused;
import dev.longrun.source.Account;
import dev.longrun.source.FileLease;
import dev.longrun.source.SourceTrouble;
import dev.longrun.source.TokenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;

/** What connecting any account comes down to once there are tokens: whose they are, keeping them, and who takes them from here. */
final class Connecting {
  private final HomeCommand command;
  private final Settings settings;
  private final Source source;

  Connecting(HomeCommand command, Settings settings, Source source) {
    this.command = command;
    this.settings = settings;
    this.source = source;
  }

  /** A site's refusal is the command's. */
  static <T> T orFail(Supplier<T> step) {
    try {
      return step.get();
    } catch (SourceTrouble e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, e.getMessage());
    }
  }

  /**
   * Whose tokens they are. Another account's are refused before anything of it is kept.
   *
   * @return empty when the site did not say: the next poll asks again
   */
  Optional<Account> verify(Supplier<Account> asking) {
    Account account;
    try {
      account = asking.get();
    } catch (AccessRefused e) {
      throw new CommandFailure(ExitCode.NOT_ALL_WELL, e.getMessage() + " Nothing was stored: connect again later.");
    } catch (SourceTrouble e) {
      command.say(e.getMessage() + " Whose account it is will be looked up at the next poll.");
      return Optional.empty();
    }
    known()
        .filter(known -> !known.equals(account.id()))
        .ifPresent(
            known -> {
              throw new CommandFailure(
                  ExitCode.NOT_ALL_WELL,
                  "This is another " + source.title() + " account (" + PlainText.line(account.name()) + ") than the one whose runs are in the log."
                      + " Nothing was stored. Sign in with the account of the log, or erase the other one's runs first: longrun purge " + source.id());
            });
    return Optional.of(account);
  }

  private Optional<String> known() {
    if (!Files.isRegularFile(HomeCommand.database(settings))) {
      return Optional.empty();
    }
    try {
      return Database.reading(HomeCommand.readOnlyLog(settings))
          .withHandle(
              handle -> handle.createQuery("select account from login where source = ? and account is not null").bind(0, source.id()).mapTo(String.class).findOne());
    } catch (RuntimeException e) {
      // A log of an older version knows of no account yet.
      return Optional.empty();
    }
  }

  /** Under the lock that the running service takes as well. */
  void store(TokenFile file, ObjectNode tokens) {
    try (FileLease lease = file.lock()) {
      file.write(tokens);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_WELL, "The login cannot be stored at " + file.path() + ": " + Reason.ofFile(e) + ". Check the folder's owner and free space.");
    }
  }

  /** Says that it is done, and what comes next. */
  void done(Optional<Account> account, TokenFile file) {
    command.say(source.title() + " is connected" + account.map(known -> " (" + PlainText.line(known.name()) + ")").orElse("") + "; the login lies in " + file.path() + ".");
    command.say(
        HomeLock.owner(settings.home()).isPresent()
            ? "The running service takes it from here, at its next poll; \"longrun status\" says how far it is."
            : "Next: \"longrun once\" fetches your runs, \"longrun run\" keeps them coming; the newest come first.");
  }
}
