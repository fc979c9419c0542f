package dev.longrun.source;

/** The site refuses to show one thing (403), while the login itself is accepted: that thing is put aside, the others go on. */
public final class Withheld extends SourceTrouble {
  private static final long serialVersionUID = 1;

  public Withheld(String sentence) {
    super(sentence, null);
  }
}
