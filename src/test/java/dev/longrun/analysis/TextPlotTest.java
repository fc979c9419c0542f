package dev.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.analysis.TextPlot.Point;
import dev.longrun.report.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPlotTest {
  private static TextPlot plot(boolean lowIsUp, Point... points) {
    return new TextPlot("A plot", List.of(points), x -> Figures.decimal(x, 0), y -> Figures.decimal(y, 0), lowIsUp);
  }

  private static List<String> lines(TextPlot plot) {
    return plot.draw().lines().toList();
  }

  @Test
  void theLargestValueIsUpAndTheLatestRight() {
    List<String> lines = lines(plot(false, new Point(0, 10, 'a'), new Point(5, 15, 'b'), new Point(10, 20, 'c')));
    assertThat(lines.get(0)).isEqualTo("A plot");
    assertThat(lines.get(1)).startsWith("  20 |").endsWith("c");
    assertThat(lines.get(7)).startsWith("  15 |").contains("b");
    assertThat(lines.get(13)).isEqualTo("  10 |a");
    assertThat(lines.get(15).strip()).startsWith("0 ").endsWith(" 10");
  }

  @Test
  void ofPacesTheFastestIsUp() {
    List<String> lines = lines(plot(true, new Point(0, 10, 'a'), new Point(5, 15, 'b'), new Point(10, 20, 'c')));
    assertThat(lines.get(1)).isEqualTo("  10 |a");
    assertThat(lines.get(13)).endsWith("c");
  }

  @Test
  void pointsInOnePlaceAreDrawnInTheMiddleAndTheLaterIsSeen() {
    String text = plot(false, new Point(3, 7, 'a'), new Point(3, 7, 'b'), new Point(3, 7, 'c')).draw();
    assertThat(text).contains("c").doesNotContain("a\n", "b");
  }

  @Test
  void twoPointsAreNoPicture() {
    assertThat(plot(false, new Point(0, 1, 'a'), new Point(1, 2, 'b')).draw()).contains("nothing to draw");
  }

  @Test
  void wordsStandLeftAndNumbersRight() {
    assertThat(TextTable.of(List.of("shoe", "km", "on"), List.of(List.of("Brisk", "7", "2026-11-01"), List.of("A", "123", "not known"))))
        .isEqualTo(
            """
              shoe    km  on
              -----  ---  ----------
              Brisk    7  2026-11-01
              A      123  not known""".indent(0).stripTrailing().replaceAll("(?m)^(?=\\S)", "  "));
  }
}
