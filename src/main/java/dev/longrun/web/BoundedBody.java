package dev.longrun.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body up to a size; at the first byte beyond it the body is refused, and with it the connection. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int largestBytes;
  private final Runnable onBytes;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Subscription subscription;

  /** @param onBytes told whenever some have come */
  BoundedBody(int largestBytes, Runnable onBytes) {
    this.largestBytes = largestBytes;
    this.onBytes = onBytes;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    onBytes.run();
    for (ByteBuffer part : parts) {
      if (whole.isDone()) {
        return;
      }
      if (part.remaining() > largestBytes - bytes.size()) {
        refuse(new AnswerTooLarge(largestBytes));
        return;
      }
      byte[] some = new byte[part.remaining()];
      part.get(some);
      bytes.writeBytes(some);
    }
  }

  private void refuse(IOException why) {
    // Cancelled, not read to its end: an endless body has none.
    subscription.cancel();
    whole.completeExceptionally(why);
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }
}
