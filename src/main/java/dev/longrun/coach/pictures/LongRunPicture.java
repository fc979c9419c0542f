package dev.longrun.coach.pictures;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.coach.topics.Asked;
import dev.longrun.quantity.IsoWeek;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.report.plot.Chart;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The longest run of each of the last ten weeks. */
final class LongRunPicture {
  private static final int WEEKS = 10;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private LongRunPicture() {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    LocalDate first = log.runs().firstDay();
    LocalDate last = log.lastDay();
    if (first == null) {
      return Optional.empty();
    }
    List<Chart.Bar> bars = new ArrayList<>();
    LocalDate monday = IsoWeek.of(last).monday().minusWeeks(WEEKS - 1L);
    for (LocalDate week = monday; !week.isAfter(last); week = week.plusWeeks(1)) {
      if (!week.plusDays(6).isBefore(first)) {
        double longest = log.runs().between(week, week.plusDays(6)).stream().map(RunRow::km).filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0);
        bars.add(new Chart.Bar(DAY.format(week), longest, null, false));
      }
    }
    return bars.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Chart.Bars("Longest run by week (its Monday)", "The longest run of each week.", bars, km -> Quantity.of(km, Unit.KILOMETRES).shown(log.units())));
  }
}
