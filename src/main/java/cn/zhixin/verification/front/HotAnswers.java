package cn.zhixin.verification.front;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.TimedJson;
import cn.zhixin.verification.web.ProblemKind;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers what a code stands for, without leaving the event loop if memory or Redis has it. */
final class HotAnswers {
  private static final int MILLIS = 1_000;

  private final HotRequests requests = new HotRequests();
  private final Answers answers;
  private final Gate gate;
  private final Clients clients;
  private final Refusals refusals;
  private final Traffic traffic;
  private final RouteFigures api;
  private final RouteFigures page;

  HotAnswers(Answers answers, Gate gate, Clients clients, Refusals refusals, Traffic traffic) {
    this.answers = answers;
    this.gate = gate;
    this.clients = clients;
    this.refusals = refusals;
    this.traffic = traffic;
    this.api = traffic.ofFront("/api/v1/certificates/{code}");
    this.page = traffic.ofFront("/v/{code}");
  }

  /**
   * Answers now or later, or leaves the request to others.
   *
   * @param began nanoseconds of the monotonic clock
   * @return whether the request was one for us
   */
  boolean answer(HttpRequest request, ClientConnection connection, long began) {
    Asked asked = requests.read(request);
    if (asked == null) {
      return false;
    }
    Client client = clients.of(request, connection.client(), connection.isSecure());
    Gate.Decision decision = gate.decide(client.address());
    Reply reply = new Reply(request, asked, connection, client.secure(), began);
    if (decision instanceof Gate.Refused refused) {
      reply.refused(refused);
    } else if (decision instanceof Gate.Admitted admitted) {
      reply.quota = admitted.quota();
      reply.begin();
    }
    return true;
  }

  /** One answer on its way. */
  private final class Reply implements Exchange {
    private final HttpRequest request;
    private final Asked asked;
    private final ClientConnection connection;
    private final boolean secure;
    private final long began;
    private Gate.@Nullable Quota quota;
    private boolean asking;
    private boolean gone;

    Reply(
        HttpRequest request, Asked asked, ClientConnection connection, boolean secure, long began) {
      this.request = request;
      this.asked = asked;
      this.connection = connection;
      this.secure = secure;
      this.began = began;
    }

    void begin() {
      if (!(asked.code() instanceof CodeReading.Read whole)) {
        boolean mistyped = asked.code() instanceof CodeReading.Mistyped;
        problem(mistyped ? ProblemKind.MISTYPED_CODE : ProblemKind.MALFORMED_CODE, Map.of());
        return;
      }
      Answer near = answers.atHand(whole.code(), began);
      if (near != null) {
        give(near);
        return;
      }
      asking = true;
      CompletableFuture<Answer> far = answers.ask(whole.code());
      connection.waitFor(this);
      far.whenComplete(this::came);
      asking = false;
    }

    /** Called by any thread, perhaps before the asking is over. */
    private void came(@Nullable Answer answer, @Nullable Throwable failure) {
      EventLoop home = connection.channel().eventLoop();
      if (home.inEventLoop() && !asking) {
        later(answer, failure);
      } else {
        // the request must be read to its end before its answer is given
        home.execute(() -> later(answer, failure));
      }
    }

    private void later(@Nullable Answer answer, @Nullable Throwable failure) {
      if (gone) {
        return;
      }
      if (answer == null || failure != null) {
        problem(ProblemKind.INTERNAL, Map.of());
      } else {
        give(answer);
      }
      connection.flush();
    }

    private void give(Answer answer) {
      if (answer instanceof Answer.Found found) {
        AnswerBytes.Response response =
            connection
                .loop()
                .answers(secure)
                .of(found, asked, quota, connection.goesOn(), began, connection.channel().alloc());
        connection.answer(response.bytes());
        told(response.status(), response.content());
        return;
      }
      boolean absent = answer instanceof Answer.NotFound;
      problem(
          absent ? ProblemKind.NOT_FOUND : ProblemKind.UNCONFIRMED,
          Map.of(
              "verdict",
              (absent ? Verdict.NOT_FOUND : Verdict.UNCONFIRMED).name(),
              "asOf",
              TimedJson.iso(answer.asOf())));
    }

    private void problem(ProblemKind kind, Map<String, String> more) {
      answer(refusals.problem(kind, asked.language(), more, secure), quota);
    }

    private void refused(Gate.Refused refused) {
      FullHttpResponse response =
          refusals.problem(ProblemKind.TOO_MANY_REQUESTS, asked.language(), Map.of(), secure);
      long seconds = (refused.retryAfter().toMillis() + MILLIS - 1) / MILLIS;
      response.headers().set(HttpHeaderNames.RETRY_AFTER, Math.max(1, seconds));
      answer(response, refused.quota());
    }

    private void answer(FullHttpResponse response, Gate.@Nullable Quota told) {
      if (told != null) {
        response.headers().set("RateLimit-Policy", told.policy()).set("RateLimit", told.state());
      }
      int status = response.status().code();
      int content = asked.head() ? 0 : response.content().readableBytes();
      connection.answer(response);
      told(status, content);
    }

    private void told(int status, int content) {
      long nanos = System.nanoTime() - began;
      RouteFigures figures = request.uri().startsWith("/v/") ? page : api;
      figures.add(status, nanos, content);
      traffic.line(request.method().name(), figures.route(), request.uri(), status, nanos, content);
    }

    @Override
    public void content(HttpContent content) {
      content.release();
    }

    @Override
    public boolean wantsContent() {
      return true;
    }

    @Override
    public void clientTakes(boolean more) {
      // the answer is small and given whole
    }

    @Override
    public void clientGone() {
      gone = true;
    }

    @Override
    public void unreadable(int status) {
      throw new IllegalStateException("a request without content is read whole");
    }
  }
}
