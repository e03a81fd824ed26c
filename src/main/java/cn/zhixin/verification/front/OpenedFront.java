package cn.zhixin.verification.front;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.springframework.boot.web.server.PortInUseException;

/**
 * A front that may listen before there is a server of pages: what needs no page is answered, pages
 * wait until their server is there.
 */
final class OpenedFront implements AutoCloseable {
  private final InetSocketAddress address;
  private final Front front;
  private final CompletableFuture<IntSupplier> pages = new CompletableFuture<>();
  private final CompletableFuture<Void> opened;

  /**
   * Returns at once; the port is opened when the first answer was given, or with the pages.
   *
   * @param opening whether the port waits for the pages
   * @param first answer; never completed exceptionally
   * @param makeFront given the way to the pages' server's port
   */
  OpenedFront(
      InetSocketAddress address,
      Opening opening,
      CompletableFuture<?> first,
      Function<CompletableFuture<IntSupplier>, Front> makeFront) {
    this.address = address;
    this.front = makeFront.apply(pages);
    CompletableFuture<?> ready = opening.isEarly() ? first : CompletableFuture.allOf(first, pages);
    this.opened = ready.thenRun(() -> front.start(address));
  }

  /**
   * Hands requests for pages on from now on.
   *
   * @param port of the pages' server
   * @throws PortInUseException if the front's own port cannot be had
   */
  void serve(IntSupplier port) {
    pages.complete(port);
    try {
      opened.join();
      if (front.port() < 0) {
        front.start(address);
      }
    } catch (RuntimeException e) {
      // whatever hinders it, the port is what cannot be had; the cause says why
      throw new PortInUseException(
          address.getPort(), e instanceof CompletionException ? e.getCause() : e);
    }
  }

  /** −1 while it does not listen. */
  int port() {
    return front.port();
  }

  /** Takes no more connections, and runs the task once every response under way was given. */
  void closeWhenAnswered(Runnable then) {
    front.closeWhenAnswered(then);
  }

  /** Breaks off whatever is under way; {@link #serve} may be called again. */
  @Override
  public void close() {
    pages.cancel(false);
    // else it might open after this
    opened.handle((nothing, problem) -> nothing).join();
    front.stop();
  }
}
