package dev.longrun;

/** The program. */
public final class Longrun {
  private Longrun() {}

  public static void main(String[] arguments) {}
}
