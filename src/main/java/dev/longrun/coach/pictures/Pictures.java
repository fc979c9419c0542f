package dev.longrun.coach.pictures;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.report.plot.Chart;
import java.util.Map;
import java.util.Optional;

/** The one picture that carries the point of an answer, where looking is easier than reading. */
public final class Pictures {
  /** Draws from the log what a question asks; empty when there is too little to see. */
  interface Painter {
    Optional<Chart> paint(Asked asked, LogView log);
  }

  private static final Map<Topic, Painter> BY_TOPIC =
      Map.ofEntries(
          Map.entry(Topic.ON_TRACK, ForecastPicture::paint),
          Map.entry(Topic.FORECAST, ForecastPicture::paint),
          Map.entry(Topic.VOLUME, VolumePicture::paint),
          Map.entry(Topic.PERIOD_SUMMARY, VolumePicture::paint),
          Map.entry(Topic.COMPARE_PERIODS, VolumePicture::paint),
          Map.entry(Topic.CONSISTENCY, VolumePicture::paint),
          Map.entry(Topic.NEXT_WEEK, VolumePicture::paint),
          Map.entry(Topic.SPIKES, VolumePicture::paint),
          Map.entry(Topic.GENERAL, VolumePicture::paint),
          Map.entry(Topic.PROGRESS, SpeedPicture::paint),
          Map.entry(Topic.PACE_AT_HEART_RATE, SpeedPicture::paint),
          Map.entry(Topic.FITNESS, FitnessPicture::paint),
          Map.entry(Topic.READINESS, FitnessPicture::paint),
          Map.entry(Topic.FATIGUE, FitnessPicture::paint),
          Map.entry(Topic.RUN_TOMORROW, FitnessPicture::paint),
          Map.entry(Topic.SPLITS, KilometrePicture::paint),
          Map.entry(Topic.RUN_REVIEW, KilometrePicture::paint),
          Map.entry(Topic.WHY_HARD, KilometrePicture::paint),
          Map.entry(Topic.SHOE_WEAR, ShoePicture::paint),
          Map.entry(Topic.SHOE_CHOICE, ShoePicture::paint),
          Map.entry(Topic.LONG_RUN, LongRunPicture::paint),
          Map.entry(Topic.MORNINGS, MorningPicture::paint));

  private Pictures() {}

  public static Optional<Chart> of(Asked asked, LogView log) {
    Painter painter = BY_TOPIC.get(asked.topic());
    return painter == null ? Optional.empty() : painter.paint(asked, log);
  }
}
