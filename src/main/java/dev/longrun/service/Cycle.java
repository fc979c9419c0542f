package dev.longrun.service;

import dev.longrun.log.DatabaseTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * Everything that can be done now, once, in order: what the service does on its schedules, one step after the other. A step that
 * fails does not keep the next from being done, unless it is the database that cannot be used.
 */
public final class Cycle {
  /**
   * @param route the id of the route that does it
   * @param title what it does, for people
   */
  public record Step(String route, String title) {}

  /** @param cause what went wrong with the step */
  public record Failure(Step step, Throwable cause) {}

  public static final List<Step> STEPS =
      List.of(
          new Step("poll-garmin", "Asking Garmin Connect"),
          new Step("poll-garmin-days", "Asking Garmin Connect for the mornings"),
          new Step("poll-strava", "Asking Strava"),
          new Step("watch-inbox", "Taking in the inbox"),
          new Step("enrich-weather", "Asking Open-Meteo for the weather of the runs"),
          new Step("derive-metrics", "Deriving load, fitness and fatigue"),
          new Step("draft-answers", "Answering questions"),
          new Step("answer-questions", "Having the model put the answers into words"),
          new Step("summarise-week", "Writing the summaries of weeks"),
          new Step("summarise-month", "Writing the summaries of months"));

  private final CamelContext context;

  public Cycle(CamelContext context) {
    this.context = context;
  }

  /**
   * @param full compare the whole list of each source, not only the overlap
   * @param beforeEach told of every step before it begins
   * @return what could not be done
   */
  public List<Failure> run(boolean full, Consumer<Step> beforeEach) {
    List<Failure> failures = new ArrayList<>();
    ProducerTemplate template = context.createProducerTemplate();
    try {
      for (Step step : STEPS) {
        beforeEach.accept(step);
        try {
          template.requestBodyAndHeader("direct:" + step.route(), null, "full", full);
        } catch (CamelExecutionException e) {
          failures.add(new Failure(step, e.getCause()));
          if (DatabaseTrouble.in(e).isPresent()) {
            // No step can do its work without the database, and each would wait as long as this one did.
            break;
          }
        }
      }
    } finally {
      template.stop();
    }
    return failures;
  }
}
