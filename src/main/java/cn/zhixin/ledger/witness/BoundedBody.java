package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer; empty as soon as it is longer than allowed. */
final class BoundedBody implements BodySubscriber<Optional<Bytes>> {
  private final int longest;
  private final CompletableFuture<Optional<Bytes>> body = new CompletableFuture<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  /**
   * @param longest in bytes
   */
  BoundedBody(int longest) {
    this.longest = longest;
  }

  @Override
  public CompletionStage<Optional<Bytes>> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    if (subscription == null || body.isDone()) {
      return;
    }
    for (ByteBuffer part : parts) {
      if (part.remaining() > longest - received.size()) {
        subscription.cancel();
        body.complete(Optional.empty());
        return;
      }
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      received.writeBytes(bytes);
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    body.complete(Optional.of(Bytes.wrap(received.toByteArray())));
  }
}
