package dev.longrun.demo.site;

import dev.longrun.demo.runner.Shoe;
import dev.longrun.demo.runner.SyntheticLap;
import dev.longrun.demo.runner.SyntheticRun;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** One run in Strava's shapes: whole seconds, cadence of one leg, a Z after local times that does not mean UTC. */
final class StravaActivity {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
  private static final long WORKOUT_TYPE_RACE = 1;

  private StravaActivity() {}

  static void summary(Payload item, SyntheticRun run) throws IOException {
    item.put("resource_state", 2L);
    fields(item, run);
  }

  static byte[] detail(SyntheticRun run) {
    return Payload.of(
        json ->
            json.object(
                item -> {
                  item.put("resource_state", 3L);
                  fields(item, run);
                  if (run.comment() == null) {
                    item.putNull("description");
                  } else {
                    item.put("description", run.comment());
                  }
                  if (run.effort() == null) {
                    item.putNull("perceived_exertion");
                  } else {
                    item.put("perceived_exertion", run.effort().doubleValue());
                  }
                  item.put("calories", Math.rint(run.distanceM() * 0.065));
                  item.array(
                      "splits_metric",
                      splits -> {
                        for (int i = 0; i < run.kilometres().size(); i++) {
                          int number = i + 1;
                          SyntheticLap kilometre = run.kilometres().get(i);
                          splits.object(split -> split(split, kilometre, number));
                        }
                      });
                  if (run.shoe() != null) {
                    item.object("gear", gear -> gear(gear, run.shoe(), 2));
                  }
                }));
  }

  static void gear(Payload gear, Shoe shoe, int resourceState) throws IOException {
    gear.put("id", shoe.stravaId())
        .put("primary", shoe == Shoe.DAILY)
        .put("name", shoe.title())
        .put("nickname", "")
        .put("resource_state", (long) resourceState)
        .put("retired", false);
    if (resourceState == 3) {
      gear.put("brand_name", shoe.brand()).put("model_name", shoe.model());
    }
  }

  private static void fields(Payload item, SyntheticRun run) throws IOException {
    item.object("athlete", athlete -> athlete.put("id", 1L).put("resource_state", 1L))
        .put("id", run.stravaId())
        .put("name", run.name())
        .put("distance", Math.rint(run.distanceM() * 10) / 10)
        .put("moving_time", Math.round(run.movingS()))
        .put("elapsed_time", Math.round(run.elapsedS()))
        .put("type", "Run")
        .put("sport_type", "Run")
        .put("start_date", TIME.format(run.startedAt().atOffset(ZoneOffset.UTC)))
        .put("start_date_local", TIME.format(run.localStart().toLocalDateTime()))
        .put("timezone", timezone(run))
        .put("utc_offset", (double) run.utcOffsetS())
        .put("trainer", run.treadmill())
        .put("commute", false)
        .put("manual", false)
        .put("private", false)
        .put("visibility", "only_me")
        .array("start_latlng", point -> position(point, run))
        .array("end_latlng", point -> position(point, run))
        .put("average_speed", Math.rint(run.speedMs() * 1000) / 1000)
        .put("average_cadence", Math.rint(run.avgCadenceSpm() / 2 * 10) / 10)
        .put("average_watts", run.avgPowerW())
        .put("total_elevation_gain", run.elevationGainM() == null ? 0 : run.elevationGainM())
        .put("has_heartrate", run.avgHrBpm() != null)
        .put("average_heartrate", run.avgHrBpm())
        .put("max_heartrate", run.maxHrBpm());
    if (run.race()) {
      item.put("workout_type", WORKOUT_TYPE_RACE);
    } else {
      item.putNull("workout_type");
    }
    if (run.shoe() == null) {
      item.putNull("gear_id");
    } else {
      item.put("gear_id", run.shoe().stravaId());
    }
    if (run.garminId() != null) {
      item.put("external_id", "garmin_ping_" + run.garminId());
    }
  }

  private static void split(Payload split, SyntheticLap kilometre, int number) throws IOException {
    split
        .put("distance", Math.rint(kilometre.distanceM() * 10) / 10)
        .put("elapsed_time", Math.round(kilometre.elapsedS()))
        .put("moving_time", Math.round(kilometre.movingS()))
        .put("split", (long) number)
        .put("average_speed", Math.rint(kilometre.speedMs() * 100) / 100)
        .put("average_heartrate", kilometre.avgHrBpm())
        .put("pace_zone", 2L);
    if (kilometre.elevationGainM() != null) {
      split.put("elevation_difference", Math.rint((kilometre.elevationGainM() - kilometre.elevationLossM()) * 10) / 10);
    }
  }

  private static void position(Payload point, SyntheticRun run) throws IOException {
    if (run.latitude() != null) {
      point.add(run.latitude()).add(run.longitude());
    }
  }

  /** The offset in it is the standard one, whatever the season. */
  private static String timezone(SyntheticRun run) {
    ZoneOffset standard = run.zone().getRules().getStandardOffset(run.startedAt());
    String offset = standard.getTotalSeconds() == 0 ? "+00:00" : standard.getDisplayName(TextStyle.SHORT, Locale.ROOT);
    return "(GMT" + offset + ") " + run.zone().getId();
  }
}
