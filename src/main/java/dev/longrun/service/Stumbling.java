package dev.longrun.service;

import dev.longrun.log.Patience;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a beat out whose last one failed: for seconds at first, for minutes later, until one goes well again. What fails for a lasting
 * reason, a full disk say, is then neither tried nor told every two seconds.
 */
final class Stumbling extends RoutePolicySupport {
  private static final Logger LOG = LoggerFactory.getLogger(Stumbling.class);

  private final Clock clock;
  private final Map<String, Patience> routes = new ConcurrentHashMap<>();

  Stumbling(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    Patience patience = routes.get(route.getRouteId());
    if (patience != null && !patience.mayTry()) {
      exchange.setRouteStop(true);
    }
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    if (exchange.isFailed()) {
      routes.computeIfAbsent(route.getRouteId(), id -> new Patience(clock)).wasAway();
      LOG.warn("{} failed and is left alone for a while: {}", route.getRouteId(), Failures.sentence(exchange.getException()));
    } else if (!exchange.isRouteStop()) {
      routes.remove(route.getRouteId());
    }
  }
}
