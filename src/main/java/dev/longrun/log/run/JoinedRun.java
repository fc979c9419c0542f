package dev.longrun.log.run;

import dev.longrun.log.Activity;
import dev.longrun.log.Lap;
import dev.longrun.log.Split;
import dev.longrun.log.record.Precedence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One run of recordings that follow each other: a watch that was stopped and started again. Distances, times and climbs are added
 * up, averages weighted by moving time; a sum in which one part is unknown is unknown. The time between the parts is elapsed, not
 * moving.
 */
public final class JoinedRun {
  private static final List<String> ADDED = List.of("distance_m", "moving_s", "elevation_gain_m", "elevation_loss_m");
  private static final List<String> AVERAGED = List.of("avg_hr_bpm", "avg_power_w", "avg_cadence_spm");

  private JoinedRun() {}

  /** Whether there are several and none begins before the one before it ended; else they are recordings of the same time. */
  static boolean follow(List<List<Activity>> parts) {
    List<Activity> firsts = parts.stream().map(part -> part.get(0)).sorted(Comparator.comparing(Activity::startedAt)).toList();
    for (int i = 1; i < firsts.size(); i++) {
      if (firsts.get(i).startedAt().isBefore(end(firsts.get(i - 1)))) {
        return false;
      }
    }
    return firsts.size() > 1;
  }

  private static Instant end(Activity activity) {
    Double seconds = activity.elapsedS() == null ? activity.movingS() : activity.elapsedS();
    return activity.startedAt().plusSeconds(seconds == null ? 0 : seconds.longValue());
  }

  static Run of(List<Run> parts) {
    List<Run> inOrder = parts.stream().sorted(Comparator.comparing(Run::startedAt)).toList();
    Run first = inOrder.get(0);
    Run shod = inOrder.stream().filter(part -> part.gear() != null).findFirst().orElse(first);
    return new Run(
        first.runDate(),
        first.startedAt(),
        values(inOrder),
        shod.gear(),
        shod.gearSource(),
        splits(inOrder),
        laps(inOrder),
        origins(inOrder),
        inOrder.stream().flatMap(part -> part.sources().stream()).sorted(Precedence.ORDER).toList());
  }

  private static Map<String, Object> values(List<Run> parts) {
    Map<String, Object> values = new LinkedHashMap<>(parts.get(0).values());
    parts.forEach(part -> part.values().forEach((column, value) -> values.compute(column, (key, known) -> known == null ? value : known)));
    ADDED.forEach(column -> values.put(column, sum(parts, column)));
    AVERAGED.forEach(column -> values.put(column, average(parts, column)));
    values.put("max_hr_bpm", parts.stream().map(part -> number(part, "max_hr_bpm")).filter(Objects::nonNull).max(Double::compare).orElse(null));
    values.put("is_race", parts.stream().anyMatch(part -> Integer.valueOf(1).equals(part.values().get("is_race"))) ? 1 : 0);
    values.put("counted", parts.stream().allMatch(part -> Integer.valueOf(1).equals(part.values().get("counted"))) ? 1 : 0);
    Run last = parts.get(parts.size() - 1);
    Double lastS = number(last, "elapsed_s");
    Duration before = Duration.between(parts.get(0).startedAt(), last.startedAt());
    values.put("elapsed_s", lastS == null ? null : before.toSeconds() + lastS);
    return values;
  }

  private static Double sum(List<Run> parts, String column) {
    double sum = 0;
    for (Run part : parts) {
      Double value = number(part, column);
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }

  private static Double average(List<Run> parts, String column) {
    double sum = 0;
    double weights = 0;
    for (Run part : parts) {
      Double value = number(part, column);
      Double movingS = number(part, "moving_s");
      if (value != null && movingS != null) {
        sum += value * movingS;
        weights += movingS;
      }
    }
    return weights > 0 ? Double.valueOf(sum / weights) : null;
  }

  private static Double number(Run part, String column) {
    return part.values().get(column) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
  }

  /** The kilometres of the parts one after the other, cut anew at each kilometre of the whole; pace within one counts as even. */
  private static List<Split> splits(List<Run> parts) {
    if (parts.stream().anyMatch(part -> part.splits().isEmpty())) {
      return List.of();
    }
    List<Split> pieces = parts.stream().flatMap(part -> part.splits().stream()).toList();
    if (pieces.stream().anyMatch(piece -> piece.distanceM() == null || piece.distanceM() <= 0)) {
      return List.of();
    }
    List<Split> kilometres = new ArrayList<>();
    List<Split> open = new ArrayList<>();
    double openM = 0;
    for (Split piece : pieces) {
      double left = piece.distanceM();
      while (openM + left >= 1_000) {
        double taken = 1_000 - openM;
        open.add(share(piece, taken));
        kilometres.add(whole(kilometres.size() + 1, open));
        open.clear();
        openM = 0;
        left -= taken;
      }
      if (left > 0) {
        open.add(share(piece, left));
        openM += left;
      }
    }
    if (!open.isEmpty()) {
      kilometres.add(whole(kilometres.size() + 1, open));
    }
    return kilometres;
  }

  private static Split share(Split piece, double metres) {
    double share = metres / piece.distanceM();
    return new Split(
        piece.km(), metres, times(piece.movingS(), share), times(piece.elapsedS(), share), piece.avgHrBpm(), piece.avgPowerW(),
        piece.avgCadenceSpm(), times(piece.elevationGainM(), share), times(piece.elevationLossM(), share));
  }

  private static Double times(Double value, double share) {
    return value == null ? null : Double.valueOf(value * share);
  }

  private static Split whole(int km, List<Split> pieces) {
    return new Split(
        km,
        pieces.stream().mapToDouble(Split::distanceM).sum(),
        sum(pieces.stream().map(Split::movingS).toList()),
        sum(pieces.stream().map(Split::elapsedS).toList()),
        average(pieces, pieces.stream().map(Split::avgHrBpm).toList()),
        average(pieces, pieces.stream().map(Split::avgPowerW).toList()),
        average(pieces, pieces.stream().map(Split::avgCadenceSpm).toList()),
        sum(pieces.stream().map(Split::elevationGainM).toList()),
        sum(pieces.stream().map(Split::elevationLossM).toList()));
  }

  private static Double sum(List<Double> values) {
    return values.contains(null) ? null : Double.valueOf(values.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static Double average(List<Split> pieces, List<Double> values) {
    if (values.contains(null) || pieces.stream().anyMatch(piece -> piece.movingS() == null)) {
      return pieces.size() == 1 ? values.get(0) : null;
    }
    double weights = pieces.stream().mapToDouble(Split::movingS).sum();
    double sum = 0;
    for (int i = 0; i < pieces.size(); i++) {
      sum += values.get(i) * pieces.get(i).movingS();
    }
    return weights > 0 ? Double.valueOf(sum / weights) : null;
  }

  private static List<Lap> laps(List<Run> parts) {
    List<Lap> laps = new ArrayList<>();
    for (Run part : parts) {
      for (Lap lap : part.laps()) {
        laps.add(
            new Lap(
                laps.size() + 1, lap.intensity(), lap.distanceM(), lap.movingS(), lap.elapsedS(), lap.avgHrBpm(), lap.avgPowerW(),
                lap.avgCadenceSpm(), lap.elevationGainM(), lap.elevationLossM()));
      }
    }
    return laps;
  }

  /** Of a sum only the sources of the first part can be told. */
  private static List<Run.Origin> origins(List<Run> parts) {
    Set<String> changed = new LinkedHashSet<>(ADDED);
    changed.addAll(AVERAGED);
    changed.addAll(List.of("elapsed_s", "max_hr_bpm"));
    return parts.get(0).origins().stream().filter(origin -> !changed.contains(origin.field())).toList();
  }
}
