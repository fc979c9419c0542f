package dev.longrun.metrics.heart;

/**
 * The two lactate thresholds as heart rates, which divide running into three zones (Seiler and Kjerland 2006).
 *
 * @param lt1Bpm where easy running ends
 * @param lt2Bpm where hard running begins, not below {@code lt1Bpm}
 * @param method {@code lthr} or {@code max-hr}; another word for measured ones
 */
public record ZoneBoundaries(double lt1Bpm, double lt2Bpm, String method) {
  public ZoneBoundaries {
    if (!(lt1Bpm > 0 && lt2Bpm >= lt1Bpm)) {
      throw new IllegalArgumentException("The second threshold (%.0f) must not be below the first (%.0f)".formatted(lt2Bpm, lt1Bpm));
    }
  }

  /**
   * LT2 = LTHR, LT1 = 0.90 · LTHR (Friel's border of aerobic running).
   *
   * @param lthrBpm lactate threshold heart rate, above 0
   */
  public static ZoneBoundaries ofLthr(double lthrBpm) {
    return new ZoneBoundaries(lthrBpm * 90 / 100, lthrBpm, "lthr");
  }

  /**
   * LT1 = 0.84 · HRmax, LT2 = 0.92 · HRmax. Group means of runners (between Seiler 2006 and the studies since) that miss one runner by
   * 5 %, about 9 bpm: only where LTHR is not known.
   *
   * @param maxHrBpm above 0
   */
  public static ZoneBoundaries ofMaxHr(double maxHrBpm) {
    return new ZoneBoundaries(maxHrBpm * 84 / 100, maxHrBpm * 92 / 100, "max-hr");
  }
}
