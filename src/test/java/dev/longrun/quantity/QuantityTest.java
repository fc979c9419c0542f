package dev.longrun.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "62.84, KILOMETRES, 62.8 km, 39.0 mi",
    "19.843, RUN_KILOMETRES, 19.84 km, 12.33 mi",
    "158.4, METRES, 158 m, 520 ft",
    "5794, DURATION, 1:36:34, 1:36:34",
    "149.6, DURATION, 2:30, 2:30",
    "22320, HOURS, 6.2 h, 6.2 h",
    "292.6, PACE, 4:53 /km, 7:51 /mi",
    "20.04, CELSIUS, 20.0 °C, 68.1 °F",
    "10, CELSIUS_DEGREES, 10.0 °C, 18.0 °F",
    "26.4, PERCENT, 26 %, 26 %",
    "-0.04, LOAD_A_DAY, 0.0, 0.0",
    "3.96, FEEL, 4.0 of 5, 4.0 of 5"
  })
  void aQuantityReadsWithItsUnitInBothSystems(double value, Unit unit, String metric, String imperial) {
    assertThat(Quantity.of(value, unit).shown(Units.METRIC)).isEqualTo(metric);
    assertThat(Quantity.of(value, unit).shown(Units.IMPERIAL)).isEqualTo(imperial);
  }

  @Test
  void aDifferenceIsThatOfTheNumbersAsPrinted() {
    Quantity now = Quantity.of(62.76, Unit.KILOMETRES);
    Quantity before = Quantity.of(90.04, Unit.KILOMETRES);
    assertThat(now.minus(before).signed(Units.METRIC)).isEqualTo("−27.2 km");
  }

  @Test
  void whatReadsTheSameIsTheSame() {
    assertThat(Quantity.of(292.6, Unit.PACE).compareAsShown(Quantity.of(293.4, Unit.PACE))).isZero();
    assertThat(Quantity.of(292.4, Unit.PACE).compareAsShown(Quantity.of(293.4, Unit.PACE))).isNegative();
  }

  @Test
  void aPercentCannotBeTakenForAPlainNumber() {
    assertThatThrownBy(() -> Quantity.of(26, Unit.PERCENT).minus(Quantity.of(26, Unit.COUNT))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMissingNumberStaysMissing() {
    assertThat(Quantity.ofNullable(null, Unit.BEATS)).isNull();
    assertThat(Quantity.ofNullable(Double.NaN, Unit.BEATS)).isNull();
  }
}
