package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.Tile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A ledger at an address (C2SP tlog-tiles). Redirects are followed, except from HTTPS to HTTP; what
 * is larger than it can be is not read to its end. Safe for several threads.
 */
final class HttpLedger implements LedgerSource {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(60);
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  /** Entries have at most 65535 bytes, behind two of length. */
  private static final int LONGEST_ENTRY = 2 + 0xFFFF;

  /** A bundle has some 30 KiB; of a ledger that lies, the bundles ahead may hold 128 MiB. */
  private static final int AHEAD = 8;

  private final String prefix;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * @param address with or without a slash at its end
   */
  HttpLedger(URI address) {
    this(address, WHOLE);
  }

  /**
   * @param patience for one answer, from connecting to its last byte
   */
  HttpLedger(URI address, Duration patience) {
    if (address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
      throw new IllegalArgumentException("not the address of a ledger: " + address);
    }
    String text = address.toString();
    this.prefix = text.endsWith("/") ? text : text + "/";
    this.patience = patience;
  }

  @Override
  public int ahead() {
    return AHEAD;
  }

  @Override
  public Optional<Bytes> checkpoint() throws IOException {
    return get(CHECKPOINT, SignedNote.LONGEST);
  }

  @Override
  public Optional<Bytes> find(Tile tile) throws IOException {
    return get(tile.path(), tile.width() * (tile.isEntries() ? LONGEST_ENTRY : Digest.SIZE));
  }

  private Optional<Bytes> get(String name, int longest) throws IOException {
    URI address = URI.create(prefix + name);
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept-Encoding", "identity").build();
    HttpResponse<Bytes> answer =
        within(client.sendAsync(request, head -> new BoundedBody(longest)), address);
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (answer.statusCode() != OK) {
      throw new IOException(address + ": status " + answer.statusCode());
    }
    return Optional.of(answer.body());
  }

  /** The client's own time-out ends with the answer's head. */
  private <T> T within(CompletableFuture<T> answer, URI address) throws IOException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException(address + ": no answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      throw new IOException(address + ": " + why, cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException(address + ": interrupted");
      stopped.initCause(e);
      throw stopped;
    }
  }
}
