package dev.longrun.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs for laws that hold for every run, the same ones in every build. */
public final class RandomRuns {
  private RandomRuns() {}

  /** Hilly runs of 6 to 35 kilometres with heart rate throughout, the last kilometre unfinished. */
  public static List<List<Stretch>> some(int runs) {
    Random random = new Random(runs);
    List<List<Stretch>> some = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      List<Stretch> kilometres = new ArrayList<>();
      for (int km = 5 + random.nextInt(30); km > 0; km--) {
        kilometres.add(kilometre(random, 1000));
      }
      kilometres.add(kilometre(random, 100 + random.nextInt(900)));
      some.add(kilometres);
    }
    return some;
  }

  private static Stretch kilometre(Random random, double distanceM) {
    double movingS = (240 + 120 * random.nextDouble()) * distanceM / 1000;
    double pauseS = random.nextInt(4) == 0 ? random.nextInt(60) : 0;
    double gainM = random.nextInt(60) * distanceM / 1000;
    double lossM = random.nextInt(60) * distanceM / 1000;
    return new Stretch(distanceM, movingS, movingS + pauseS, 110.0 + random.nextInt(70), 160.0 + random.nextInt(25), gainM, lossM);
  }

  /** The same run, each part cut into two equal halves. */
  public static List<Stretch> inHalves(List<Stretch> parts) {
    List<Stretch> halves = new ArrayList<>();
    for (Stretch part : parts) {
      halves.addAll(Parts.between(List.of(part), 0, part.movingS() / 2));
      halves.addAll(Parts.between(List.of(part), part.movingS() / 2, part.movingS()));
    }
    return halves;
  }
}
