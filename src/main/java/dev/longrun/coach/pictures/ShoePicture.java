package dev.longrun.coach.pictures;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.Shoes;
import dev.longrun.coach.topics.Asked;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.report.plot.Chart;
import java.util.List;
import java.util.Optional;

/** How far each shoe in use has gone, and its limit. */
final class ShoePicture {
  private ShoePicture() {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    List<Chart.Bar> bars =
        Shoes.inUse(log).stream().map(shoe -> new Chart.Bar(shoe.name(), shoe.km(), shoe.limitKm(), shoe.remainingKm() < 0 || asked.shoes().contains(shoe.id()))).toList();
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart.Bars("Kilometres of each shoe; the mark is its limit", "A bar a shoe, with its limit.", bars, km -> Quantity.of(km, Unit.KILOMETRES).shown(log.units())));
  }
}
