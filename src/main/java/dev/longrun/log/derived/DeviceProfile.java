package dev.longrun.log.derived;

import dev.longrun.log.derived.Thresholds.Origin;
import dev.longrun.log.derived.Thresholds.Threshold;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What the runner's devices were set to, by the latest file up to a day: better than nothing, and asked last. */
final class DeviceProfile {
  private final Map<String, NavigableMap<String, Object>> values = new HashMap<>();

  static DeviceProfile of(Handle handle) {
    DeviceProfile profile = new DeviceProfile();
    handle
        .createQuery("select quantity, day, value from profile_value order by day, said_by")
        .map((row, context) -> profile.values.computeIfAbsent(row.getString("quantity"), quantity -> new TreeMap<>()).put(row.getString("day"), row.getObject("value")))
        .list();
    return profile;
  }

  Optional<Threshold> threshold(String quantity, LocalDate day) {
    return latest(quantity, day)
        .map(value -> new Threshold(((Number) value.getValue()).doubleValue(), Origin.DATA, "as the watch was set on " + value.getKey()));
  }

  /** @return null when no device says it */
  Boolean female(LocalDate day) {
    return latest("sex", day).map(value -> (Boolean) "female".equals(value.getValue())).orElse(null);
  }

  private Optional<Map.Entry<String, Object>> latest(String quantity, LocalDate day) {
    return Optional.ofNullable(values.get(quantity)).map(known -> known.floorEntry(day.toString()));
  }
}
