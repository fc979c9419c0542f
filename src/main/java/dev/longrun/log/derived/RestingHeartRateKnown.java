package dev.longrun.log.derived;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Whether a resting heart rate is known by now, without which no run has a load by heart rate. */
public final class RestingHeartRateKnown {
  /** Why it is not known and how to give it; no row when it is, or when there is no run yet. */
  public static final String MISSING =
      """
      select method from threshold
      where quantity = 'resting_hr_bpm' and value is null
        and valid_from = (select max(valid_from) from threshold where quantity = 'resting_hr_bpm')""";

  private RestingHeartRateKnown() {}

  /** @return what is missing and how to give it, as a sentence; empty when nothing is */
  public static Optional<String> missing(Jdbi reader) {
    return reader.withHandle(handle -> handle.createQuery(MISSING).mapTo(String.class).findOne()).map(RestingHeartRateKnown::sentence);
  }

  /** @param method as {@link #MISSING} selects it */
  public static String sentence(String method) {
    return "Runs have no load by heart rate: " + method + ".";
  }
}
