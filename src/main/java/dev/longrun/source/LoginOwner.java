package dev.longrun.source;

import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.record.LoginStates;

/**
 * Whose runs are taken in: those of one account of each site, the first that was connected. A login is looked up once, and again when it
 * is another than the one that was renewed here. Thread-safe.
 */
public final class LoginOwner {
  private final Source source;
  private final RotatingLogin login;
  private final LoginStates states;

  public LoginOwner(Source source, RotatingLogin login, LoginStates states) {
    this.source = source;
    this.login = login;
    this.states = states;
  }

  /** Whether it is not known whose login the present one is. */
  public boolean isUnknown() {
    return !login.fingerprint().equals(states.of(source).verified());
  }

  /**
   * The site says whose login it is.
   *
   * @throws ActionNeeded when it is another account's than the one whose runs are in the log
   */
  public void is(Account account) {
    String known = states.of(source).account();
    if (known != null && !known.equals(account.id())) {
      throw new ActionNeeded(
          "The stored login is of another " + source.title() + " account (" + PlainText.line(account.name()) + ") than the runs in the log: nothing"
              + " was read or taken out. Connect the account of the log again (\"longrun connect " + source.id() + "\"), or erase its runs"
              + " first (\"longrun purge " + source.id() + "\").");
    }
    states.verified(source, account.id(), login.fingerprint());
  }

  /**
   * @param owner of an activity; null when the answer does not say
   * @throws UnusableValue when it is somebody else's: a site once answered with other people's runs
   */
  public void refuseStranger(String owner) {
    String known = states.of(source).account();
    if (owner != null && known != null && !known.equals(owner)) {
      throw new UnusableValue("owner", owner, "The activity belongs to another " + source.title() + " account (" + owner + "), so it is not taken in.");
    }
  }
}
