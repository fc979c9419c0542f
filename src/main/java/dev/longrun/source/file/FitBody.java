package dev.longrun.source.file;

import com.garmin.fit.Decode;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.HrvStatusSummaryMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgNum;
import com.garmin.fit.MonitoringHrDataMesg;
import com.garmin.fit.SleepLevelMesg;
import com.garmin.fit.UserProfileMesg;
import com.garmin.fit.WeightScaleMesg;
import com.garmin.fit.ZonesTargetMesg;
import dev.longrun.log.Timestamps;
import dev.longrun.log.day.DayField;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a FIT file says of the runner's body: how the watch is set, which stands at the beginning of nearly every activity, and the
 * mornings of the files that watches keep of days and nights (monitoring, HRV status, sleep, scales). Of several values of a day the
 * last one stands, since the resting heart rate of a day settles towards its end.
 */
final class FitBody {
  private static final int ACTIVITY = 4;
  private static final int FEMALE = 0;
  private static final int AWAKE = 1;
  private static final int REM = 4;

  /** A night that pauses longer than this is two. */
  private static final double LONGEST_LEVEL_S = 4 * 3_600;

  /** Thrown to leave the decoder: what follows is the activity itself. */
  private static final class Enough extends RuntimeException {
    Enough() {
      super(null, null, false, false);
    }
  }

  private final ZoneId timezone;
  private final Map<String, Object> profile = new LinkedHashMap<>();
  private final TreeMap<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
  private int type = ACTIVITY;
  private double createdS = Double.NaN;
  private double latestS = Double.NaN;
  private double levelSinceS = Double.NaN;
  private double fellAsleepS = Double.NaN;
  private int level = -1;
  private double sleptS;

  private FitBody(ZoneId timezone) {
    this.timezone = timezone;
  }

  /** Damage ends the reading; what came before it stands. */
  static FitBody of(byte[] bytes, ZoneId timezone) {
    FitBody body = new FitBody(timezone);
    try {
      new Decode().read(new ByteArrayInputStream(bytes), body::take);
    } catch (RuntimeException e) {
      // Enough, or damage of any kind: the reader of activities says what is wrong with the file.
    }
    return body;
  }

  /** How the watch is set, by quantity; empty when it does not say, or when it does not know the day. */
  Map<String, Object> profile() {
    return Double.isNaN(createdS) ? Map.of() : profile;
  }

  /** On which the file began. */
  LocalDate day() {
    return day(createdS);
  }

  /** By the day of waking. */
  TreeMap<LocalDate, Map<DayField, Object>> days() {
    return type == ACTIVITY ? new TreeMap<>() : days;
  }

  /** When the last of it was measured. */
  Instant saidAt() {
    return Instant.ofEpochSecond((long) (Double.isNaN(latestS) ? createdS : latestS));
  }

  private void take(Mesg message) {
    switch (message.getNum()) {
      case MesgNum.FILE_ID -> {
        type = FitFields.code(message, FileIdMesg.TypeFieldNum, ACTIVITY);
        createdS = FitFields.second(message, FileIdMesg.TimeCreatedFieldNum);
      }
      case MesgNum.USER_PROFILE -> {
        set("resting_hr_bpm", FitFields.positive(message, UserProfileMesg.RestingHeartRateFieldNum), 25, 120);
        set("weight_kg", FitFields.positive(message, UserProfileMesg.WeightFieldNum), 25, 300);
        int gender = FitFields.code(message, UserProfileMesg.GenderFieldNum, -1);
        if (gender == FEMALE || gender == FEMALE + 1) {
          profile.put("sex", gender == FEMALE ? "female" : "male");
        }
      }
      case MesgNum.ZONES_TARGET -> {
        set("max_hr_bpm", FitFields.positive(message, ZonesTargetMesg.MaxHeartRateFieldNum), 100, 240);
        set("lthr_bpm", FitFields.positive(message, ZonesTargetMesg.ThresholdHeartRateFieldNum), 80, 230);
      }
      case MesgNum.RECORD, MesgNum.LAP -> {
        if (type == ACTIVITY) {
          throw new Enough();
        }
      }
      case MesgNum.MONITORING_HR_DATA -> {
        Double today = FitFields.positive(message, MonitoringHrDataMesg.CurrentDayRestingHeartRateFieldNum);
        say(message, DayField.RESTING_HR_BPM, today == null ? FitFields.positive(message, MonitoringHrDataMesg.RestingHeartRateFieldNum) : today);
      }
      case MesgNum.HRV_STATUS_SUMMARY -> {
        say(message, DayField.HRV_RMSSD_MS, FitFields.positive(message, HrvStatusSummaryMesg.LastNightAverageFieldNum));
        say(message, DayField.HRV_BASELINE_LOW_MS, FitFields.positive(message, HrvStatusSummaryMesg.BaselineBalancedLowerFieldNum));
        say(message, DayField.HRV_BASELINE_HIGH_MS, FitFields.positive(message, HrvStatusSummaryMesg.BaselineBalancedUpperFieldNum));
      }
      case MesgNum.WEIGHT_SCALE -> say(message, DayField.WEIGHT_KG, FitFields.positive(message, WeightScaleMesg.WeightFieldNum));
      case MesgNum.SLEEP_LEVEL -> sleep(message);
      default -> {
        // Nothing of the body.
      }
    }
  }

  private void set(String quantity, Double value, double least, double most) {
    if (value != null && value >= least && value <= most) {
      profile.put(quantity, value);
    }
  }

  private void say(Mesg message, DayField field, Double value) {
    double second = FitFields.second(message, HrvStatusSummaryMesg.TimestampFieldNum);
    if (value != null && !Double.isNaN(second)) {
      latestS = Double.isNaN(latestS) ? second : Math.max(latestS, second);
      days.computeIfAbsent(day(second), day -> new EnumMap<>(DayField.class)).put(field, value);
    }
  }

  /** Each message begins a level of sleep; the last one ends the night. */
  private void sleep(Mesg message) {
    double second = FitFields.second(message, SleepLevelMesg.TimestampFieldNum);
    if (Double.isNaN(second)) {
      return;
    }
    double lasted = second - levelSinceS;
    if (level > AWAKE && level <= REM && lasted > 0 && lasted <= LONGEST_LEVEL_S) {
      fellAsleepS = Double.isNaN(fellAsleepS) ? levelSinceS : fellAsleepS;
      sleptS += lasted;
      days.values().forEach(values -> values.keySet().removeIf(field -> field.name().startsWith("SLEEP")));
      say(message, DayField.SLEEP_S, sleptS);
      Map<DayField, Object> night = days.get(day(second));
      night.put(DayField.SLEEP_STARTED_AT, Timestamps.of(Instant.ofEpochSecond((long) fellAsleepS)));
      night.put(DayField.SLEEP_ENDED_AT, Timestamps.of(Instant.ofEpochSecond((long) second)));
    }
    level = FitFields.code(message, SleepLevelMesg.SleepLevelFieldNum, -1);
    levelSinceS = second;
  }

  private LocalDate day(double second) {
    return LocalDate.ofInstant(Instant.ofEpochSecond((long) second), timezone);
  }
}
