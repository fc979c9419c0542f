package dev.longrun.source;

/** One pass over what a site lists. Carried by the exchange, used by one thread. */
public interface Poll {
  /** An activity could not be read. */
  void stumbled();

  /** @return whether so many activities in a row could not be read that the site itself must be sick */
  boolean hopeless();

  /** Nothing more is asked in this poll; what was read stays. */
  void stop();
}
