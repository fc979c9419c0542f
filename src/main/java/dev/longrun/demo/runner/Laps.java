package dev.longrun.demo.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The shape of a run before its mean speed and heart rate are known: stretches with how much faster and harder than the mean
 * they are.
 *
 */
record Laps(List<Stretch> stretches) {
  private static final double WARM_UP_KM = 3;
  private static final double REPETITION_KM = 1;
  private static final double RECOVERY_KM = 0.4;

  record Stretch(String intensity, double km, double logSpeed, double hrBpm) {}

  /** @param chance for the distance: nobody stops at a whole kilometre */
  static Laps of(Session session, Random chance) {
    return session.kind() == Kind.INTERVAL ? intervals(session.km()) : kilometres(session, chance);
  }

  private static Laps intervals(double km) {
    int repetitions = repetitions(km);
    List<Stretch> stretches = new ArrayList<>();
    stretches.add(new Stretch("WARMUP", WARM_UP_KM, -0.09, -13));
    for (int i = 0; i < repetitions; i++) {
      stretches.add(new Stretch("INTERVAL", REPETITION_KM, 0.15, 10 + Math.min(4, i)));
      stretches.add(new Stretch("RECOVERY", RECOVERY_KM, -0.24, 3));
    }
    stretches.add(new Stretch("COOLDOWN", 2.15, -0.12, -6));
    return new Laps(stretches);
  }

  static int repetitions(double km) {
    return (int) Math.max(4, Math.min(8, Math.round((km - WARM_UP_KM - 2) / (REPETITION_KM + RECOVERY_KM))));
  }

  private static Laps kilometres(Session session, Random chance) {
    double km = session.kind().isRace() ? session.km() : Math.rint(session.km() * 100 + chance.nextInt(40)) / 100;
    int count = (int) Math.ceil(km - 1e-9);
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double length = Math.min(1, km - i);
      stretches.add(stretch(session.kind(), i, count, length));
    }
    return new Laps(stretches);
  }

  private static Stretch stretch(Kind kind, int index, int count, double km) {
    if (kind == Kind.TEMPO) {
      boolean tempo = index >= 3 && index < Math.max(5, count - 2);
      return new Stretch("ACTIVE", km, tempo ? 0.08 : -0.10, tempo ? 10 : -13);
    }
    return new Stretch("ACTIVE", km, index == 0 && !kind.isRace() ? -0.03 : 0, index == 0 ? -7 : 0);
  }
}
