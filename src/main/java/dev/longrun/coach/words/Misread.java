package dev.longrun.coach.words;

/** An answer that is none. The message tells the model what was wrong. */
final class Misread extends Exception {
  private final transient Refusal refusal;

  Misread(Fault fault, String reason) {
    super(reason);
    this.refusal = new Refusal(fault, null, reason);
  }

  Refusal refusal() {
    return refusal;
  }
}
