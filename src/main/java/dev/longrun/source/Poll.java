package dev.longrun.source;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** One pass over what a site has to tell. Carried by the exchange, used by one thread. */
public abstract class Poll {
  /** So many requests in a row without a usable answer are the site's fault, not that of the things asked about. */
  private static final int HOPELESS = 3;

  private final Set<String> incomplete = new HashSet<>();
  private int stumbles;
  private boolean everAnswered;
  private boolean everStumbled;
  private boolean stumbledAnew;
  private boolean stopped;

  /** Something that was asked about has been answered. */
  public final void answered() {
    everAnswered = true;
    stumbles = 0;
  }

  /** Something that was asked about could not be read. */
  public final void stumbled() {
    stumbles++;
    everStumbled = true;
    stumbledAnew = true;
  }

  /** What could not be read at an earlier poll cannot be read now either: that is its own fault and says nothing about the site. */
  public final void stumbledAgain() {
    everStumbled = true;
  }

  /** Something that an activity can do without could not be read: the activity is read again at a later poll. */
  public final void lacks(String externalId) {
    incomplete.add(externalId);
  }

  /** How the list showed it, marked when something of it is still missing. */
  public final String listedAs(ListedActivity listed, String before) {
    return incomplete.contains(listed.externalId()) ? Incomplete.once(listed.listedAs(), before) : listed.listedAs();
  }

  /** Whether so much in a row could not be read that the site itself must be sick. */
  public final boolean hopeless() {
    return stumbles >= HOPELESS;
  }

  /** Whether anything that was asked about has been answered. */
  public final boolean hasAnswered() {
    return everAnswered;
  }

  /** Whether nothing was left unread that the next poll may be able to read. */
  public final boolean isWhole() {
    return !stumbledAnew;
  }

  public final boolean hasStumbled() {
    return everStumbled;
  }

  /** Nothing more is asked in this poll; what was read stays. */
  public final void stop() {
    stopped = true;
  }

  public final boolean isStopped() {
    return stopped;
  }

  /** Whether the newest is read, so that the source has answered although it is to be asked for more. */
  public boolean newestIsRead() {
    return false;
  }

  /**
   * Whether this pass can do without the answer about a thing: what is wrong is noted, and neither the source nor the pass is at fault.
   * Told once for each thing that could not be read.
   */
  public boolean doesWithout(String externalId, SourceTrouble trouble) {
    return false;
  }

  /** A sentence about what is left to do when the site is asked again, with a blank before it, or nothing. */
  public String outlook(Instant goesOn) {
    return "";
  }
}
