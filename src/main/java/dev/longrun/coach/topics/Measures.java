package dev.longrun.coach.topics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the measure or term a question is about. The ids are those of the explanations. */
final class Measures {
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    // Of two the longer is read first; of one length the earlier.
    put("resting-heart-rate", "resting heart rate", "resting hr", "resting pulse", "rhr", "morning pulse", "morning heart rate");
    put("maximum-heart-rate", "max heart rate", "maximum heart rate", "max hr", "maximum hr", "hrmax", "hr max", "maxhr", "peak heart rate");
    put("threshold", "lactate threshold", "threshold heart rate", "threshold pace", "threshold", "lthr", "lt2", "lt1", "thresholds");
    put("decoupling", "aerobic decoupling", "cardiac drift", "decoupling", "decoupled", "heart rate drift", "hr drift", "drift", "pa:hr");
    put("gap", "grade adjusted pace", "grade-adjusted pace", "gap", "graded pace");
    put("heat-free-pace", "heat-free pace", "heat free pace", "cool pace", "heat adjusted pace", "heat-adjusted pace");
    put("efficiency", "efficiency factor", "aerobic efficiency", "efficiency");
    put("vdot", "vdot", "vo2max", "vo2 max", "pace index", "vo2");
    put("monotony", "monotony", "monotonous");
    put("strain", "training strain", "strain");
    put("trimp", "trimp");
    put("srpe", "srpe", "session rpe", "srpe load");
    put("ramp", "ramp rate", "ramp");
    put("spike", "spike ratio", "spike", "spikes");
    put("critical-speed", "critical speed", "critical power");
    put("polarisation", "80/20", "polarised", "polarized", "polarisation");
    put("zones", "heart rate zones", "hr zones", "zone 2", "zone 1", "zone 3", "zones", "zone");
    put("load", "training load", "load", "tss");
    put("fitness", "fitness", "ctl");
    put("fatigue", "atl", "fatigue");
    put("form", "form", "tsb", "freshness");
    put("taper", "taper", "tapering");
    put("hrv", "hrv", "rmssd", "heart rate variability");
    put("sleep", "sleep", "slept", "sleeping");
    put("weight", "weight", "weigh");
    put("cadence", "cadence", "candence", "cadance", "step rate", "spm", "steps per minute", "steps a minute");
    put("stride", "stride length", "stride");
    put("power", "power", "watts", "watt");
    put("heart-rate", "heart rate", "heartrate", "hr", "pulse", "bpm", "heart beat", "beats");
    put("elevation", "elevation", "climb", "climbing", "ascent", "altitude metres", "hills", "hill", "hilly", "vert", "elevation gain", "uphill");
    put("temperature", "temperature", "heat", "hot", "warm", "cold", "degrees", "humidity", "dew point");
    put("wind", "wind", "windy", "headwind");
    put("rain", "rain", "rainy", "wet");
    put("effort", "effort", "rpe", "perceived effort", "exertion");
    put("feel", "feel", "feeling", "mood");
    put("pace", "pace", "speed", "tempo pace", "min/km");
    put("splits", "splits", "split", "negative split", "laps");
    put("distance", "km", "kms", "kilometres", "kilometers", "mileage", "distance", "volume", "miles", "how far");
    put("time", "hours", "minutes", "moving time", "how long");
    put("consistency", "streak", "consistency", "consistent", "regularly");
  }

  private static void put(String id, String... words) {
    for (String word : words) {
      WORDS.putIfAbsent(word, id);
    }
  }

  private Measures() {}

  /** The one that is meant, as far as words tell; null when none is named. */
  static String in(Tokens tokens) {
    List<String> found = all(tokens);
    return found.isEmpty() ? null : found.get(0);
  }

  /** All that are named, the more particular first. */
  static List<String> all(Tokens tokens) {
    Map<String, Integer> found = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      for (int length = 3; length >= 1; length--) {
        StringBuilder words = new StringBuilder(tokens.word(i));
        for (int j = i + 1; j < i + length; j++) {
          words.append(tokens.at(j).glued() ? "" : " ").append(tokens.word(j));
        }
        String id = i + length <= tokens.size() ? WORDS.get(words.toString()) : null;
        // A gap between runs is no grade-adjusted pace, and what feels or forms is neither feel nor form.
        boolean otherGap = "gap".equals(id) && length == 1 && (Superlatives.in(tokens) != null || tokens.is(i + 1, "without", "between", "in", "of", "to", "since"));
        id = otherGap ? null : id;
        if (id == null && length == 1 && tokens.at(i).isWord() && tokens.word(i).length() >= 6) {
          String meant = Spelling.meant(tokens.word(i), WORDS.keySet());
          id = meant == null ? null : WORDS.get(meant);
        }
        if (id != null) {
          found.putIfAbsent(id, found.size());
          i += length - 1;
          break;
        }
      }
    }
    List<String> order = new ArrayList<>(WORDS.values());
    List<String> ids = new ArrayList<>(found.keySet());
    ids.sort(java.util.Comparator.comparingInt(order::indexOf));
    return ids;
  }
}
