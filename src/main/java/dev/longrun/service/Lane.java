package dev.longrun.service;

import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Lets one exchange at a time through all the routes that carry it as their policy: whoever comes meanwhile waits, in order.
 * One request at a time to each host and no races between writers follow from that.
 */
final class Lane extends RoutePolicySupport {
  private final Semaphore turn = new Semaphore(1, true);

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    try {
      turn.acquire();
      exchange.getExchangeExtension().addOnCompletion(new ReleaseWhenDone(turn));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.setRouteStop(true);
    }
  }

  private record ReleaseWhenDone(Semaphore turn) implements org.apache.camel.spi.Synchronization {
    @Override
    public void onComplete(Exchange exchange) {
      turn.release();
    }

    @Override
    public void onFailure(Exchange exchange) {
      turn.release();
    }
  }
}
