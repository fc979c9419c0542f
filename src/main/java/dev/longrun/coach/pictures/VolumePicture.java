package dev.longrun.coach.pictures;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.quantity.IsoWeek;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.report.plot.Chart;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Kilometres by week or, for longer times, by month; what was asked about stands out. */
final class VolumePicture {
  private static final int WEEKS = 10;
  private static final int MONTHS = 13;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  private VolumePicture() {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    LocalDate first = log.runs().firstDay();
    if (first == null) {
      return Optional.empty();
    }
    LocalDate last = log.lastDay();
    Period period = asked.period();
    boolean byMonth = period != null && (ChronoUnit.DAYS.between(period.from(), period.to()) >= 60 || isWholeMonth(period) || period.from().isBefore(last.minusWeeks(WEEKS)));
    List<Chart.Bar> bars = byMonth ? months(period, first, last, log) : weeks(period, first, last, log);
    if (bars.size() < 2) {
      return Optional.empty();
    }
    String title = "Kilometres by " + (byMonth ? "month" : "week (its Monday)");
    return Optional.of(
        new Chart.Bars(title, title + ", a bar each; the last one may not be over.", bars, km -> Quantity.of(km, Unit.KILOMETRES).shown(log.units())));
  }

  private static boolean isWholeMonth(Period period) {
    return period.from().getDayOfMonth() == 1 && period.to().equals(period.from().plusMonths(1).minusDays(1));
  }

  private static List<Chart.Bar> weeks(Period period, LocalDate first, LocalDate last, LogView log) {
    LocalDate monday = IsoWeek.of(last).monday().minusWeeks(WEEKS - 1L);
    List<Chart.Bar> bars = new ArrayList<>();
    for (LocalDate week = monday; !week.isAfter(last); week = week.plusWeeks(1)) {
      if (!week.plusDays(6).isBefore(first)) {
        LocalDate end = week.plusDays(6).isAfter(last) ? last : week.plusDays(6);
        boolean strong = period != null ? !week.isAfter(period.to()) && !end.isBefore(period.from()) : end.equals(last);
        bars.add(new Chart.Bar(DAY.format(week), km(week, end, log), null, strong));
      }
    }
    return bars;
  }

  private static List<Chart.Bar> months(Period period, LocalDate first, LocalDate last, LogView log) {
    YearMonth to = YearMonth.from(period.to().isAfter(last) ? last : period.to());
    YearMonth from = YearMonth.from(period.from());
    YearMonth start = ChronoUnit.MONTHS.between(from, to) >= MONTHS - 1 ? to.minusMonths(23).isAfter(from) ? to.minusMonths(23) : from : to.minusMonths(MONTHS - 1L);
    List<Chart.Bar> bars = new ArrayList<>();
    for (YearMonth month = start; !month.isAfter(to); month = month.plusMonths(1)) {
      if (!month.atEndOfMonth().isBefore(first)) {
        LocalDate end = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
        boolean strong = !month.atDay(1).isAfter(period.to()) && !end.isBefore(period.from());
        bars.add(new Chart.Bar(MONTH.format(month), km(month.atDay(1), end, log), null, strong));
      }
    }
    return bars;
  }

  private static double km(LocalDate from, LocalDate to, LogView log) {
    return log.runs().between(from, to).stream().map(RunRow::km).filter(Objects::nonNull).mapToDouble(Double::doubleValue).sum();
  }
}
