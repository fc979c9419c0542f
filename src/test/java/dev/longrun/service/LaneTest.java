package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.longrun.LongrunUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"fail-in-a-step", "fail-in-a-split", "fail-in-another-route", "fail-in-an-expression", "fail-in-a-loop"})
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLaneIsFreeAgainAfterAnErrorOfTheJavaMachineInsideIt(String failing) throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of())) {
      longrun.service().context().addRoutes(new Routes());

      assertThat(catchThrowable(() -> longrun.call(failing))).isNotNull();

      assertThat(longrun.call("work")).isEqualTo("done");
    }
  }

  /** As the schedules are: each takes its turn in the lane. */
  private static final class Routes extends RouteBuilder {
    @Override
    public void configure() {
      errorHandler(noErrorHandler());
      from("direct:fail-in-a-step").routePolicyRef("logLane").process(exchange -> fail());
      from("direct:fail-in-a-split").routePolicyRef("logLane").split(constant("a,b")).process(exchange -> fail());
      from("direct:fail-in-another-route").routePolicyRef("logLane").to("direct:fail");
      from("direct:fail-in-an-expression").routePolicyRef("logLane").setBody(exchange -> fail());
      from("direct:fail-in-a-loop").routePolicyRef("logLane").loop(2).process(exchange -> fail());
      from("direct:fail").process(exchange -> fail());
      from("direct:work").routePolicyRef("logLane").setBody(constant("done"));
    }

    private static Object fail() {
      throw new StackOverflowError("made up");
    }
  }
}
