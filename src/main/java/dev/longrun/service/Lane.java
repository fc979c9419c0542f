package dev.longrun.service;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Lets one exchange at a time through all the routes that carry it as their policy: whoever comes meanwhile waits for a turn.
 * One request at a time to each host and no races between writers follow from that. Whoever still waits when the service stops
 * is sent home: its schedule comes again.
 */
final class Lane extends RoutePolicySupport {
  private static final long LOOK_UP_MS = 200;

  private final Semaphore turn = new Semaphore(1);

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    if (!await(exchange)) {
      exchange.setRouteStop(true);
      return;
    }
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                turn.release();
              }
            });
  }

  private boolean await(Exchange exchange) {
    try {
      while (!exchange.getContext().isStopping()) {
        if (turn.tryAcquire(LOOK_UP_MS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
