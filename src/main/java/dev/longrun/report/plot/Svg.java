package dev.longrun.report.plot;

/** The frame of every picture: real text, a title and a description, and colours with enough contrast in light and in dark. */
final class Svg {
  static final int WIDTH = 640;

  private static final String STYLE =
      """
      <style>
      svg{--ink:#1a1a1a;--soft:#595959;--grid:#d9d9d9;--one:#0b5cad;--two:#a34100;--paper:#ffffff;background:var(--paper);font:13px system-ui,sans-serif}
      @media (prefers-color-scheme:dark){svg{--ink:#f2f2f2;--soft:#b3b3b3;--grid:#444444;--one:#7cb8ff;--two:#ffb37c;--paper:#16181c}}
      text{fill:var(--ink)}.soft{fill:var(--soft)}.grid{stroke:var(--grid);stroke-width:1}.one{stroke:var(--one);fill:none;stroke-width:2}
      .two{stroke:var(--two);fill:none;stroke-width:2;stroke-dasharray:6 4}.dot{fill:var(--one);fill-opacity:.65}.rule{stroke:var(--two);stroke-width:2;stroke-dasharray:2 3}
      .bar{fill:var(--one);fill-opacity:.55}.strong{fill:var(--one)}
      </style>
      """;

  private final StringBuilder out = new StringBuilder();

  Svg(Chart chart, int height) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(height);
    out.append("\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">").append(escaped(chart.title()));
    out.append("</title>\n<desc id=\"desc\">").append(escaped(chart.description())).append("</desc>\n").append(STYLE);
    text(0, 16, "start", "", chart.title());
  }

  void text(double x, double y, String anchor, String style, String text) {
    out.append("<text x=\"").append(at(x)).append("\" y=\"").append(at(y)).append("\" text-anchor=\"").append(anchor).append('"');
    out.append(style.isEmpty() ? "" : " class=\"" + style + "\"").append('>').append(escaped(text)).append("</text>\n");
  }

  void line(String style, double x1, double y1, double x2, double y2) {
    out.append("<line class=\"").append(style).append("\" x1=\"").append(at(x1)).append("\" y1=\"").append(at(y1));
    out.append("\" x2=\"").append(at(x2)).append("\" y2=\"").append(at(y2)).append("\"/>\n");
  }

  void rectangle(String style, double x, double y, double width, double height) {
    out.append("<rect class=\"").append(style).append("\" x=\"").append(at(x)).append("\" y=\"").append(at(y));
    out.append("\" width=\"").append(at(Math.max(0, width))).append("\" height=\"").append(at(height)).append("\"/>\n");
  }

  void dot(double x, double y) {
    out.append("<circle class=\"dot\" cx=\"").append(at(x)).append("\" cy=\"").append(at(y)).append("\" r=\"3\"/>\n");
  }

  void path(String style, String path) {
    out.append("<path class=\"").append(style).append("\" d=\"").append(path).append("\"/>\n");
  }

  String done() {
    return out.append("</svg>\n").toString();
  }

  /** A tenth of a pixel is enough. */
  static String at(double number) {
    double tenth = Math.round(number * 10) / 10.0;
    return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(point -> point >= 0x20 && point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF))
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }
}
