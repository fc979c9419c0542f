package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class StumblingTest {
  /** Stands until it is moved. */
  private static final class StandingClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T06:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void aBeatThatFailedIsLeftOutForLongerEachTimeUntilOneGoesWell() throws Exception {
    StandingClock clock = new StandingClock();
    AtomicInteger tries = new AtomicInteger();
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.getRegistry().bind("stumbling", new Stumbling(clock));
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:beat")
                  .routePolicyRef("stumbling")
                  .process(
                      exchange -> {
                        if (tries.incrementAndGet() <= 3) {
                          throw new IllegalStateException("made up");
                        }
                      });
            }
          });
      context.start();
      ProducerTemplate template = context.createProducerTemplate();
      Runnable tenMinutes =
          () -> {
            for (int second = 0; second < 600; second++) {
              catchThrowable(() -> template.requestBody("direct:beat", (Object) null));
              clock.advance(Duration.ofSeconds(1));
              if (tries.get() >= 4) {
                return;
              }
            }
          };
      Instant start = clock.instant();
      tenMinutes.run();
      assertThat(tries).hasValue(4);
      assertThat(Duration.between(start, clock.instant())).as("2 + 4 + 8 seconds").isEqualTo(Duration.ofSeconds(15));
      template.requestBody("direct:beat", (Object) null);
      assertThat(tries).as("what went well is not left out").hasValue(5);
    }
  }
}
