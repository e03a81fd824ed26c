package cn.zhixin.verification.front;

import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.UnreadableRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.web.server.Ssl;

/**
 * Puts the front together out of what it serves.
 *
 * @param headSize bytes of a request's headers
 * @param headersAreBelieved whether a proxy's headers say who the client is
 */
record FrontMaker(
    FrontProperties limits,
    Answers answers,
    Gate gate,
    MeterRegistry meters,
    PageAssets assets,
    UnreadableRequests pages,
    int headSize,
    boolean headersAreBelieved) {

  Front front(
      FrontSecret secret,
      IntSupplier tomcat,
      @Nullable SslBundle tls,
      Ssl.@Nullable ClientAuth clientAuth) {
    Timer timer =
        Timer.builder("front.answers")
            .description(
                "time from a request's head to its answer, of what the front answers itself")
            .register(meters);
    Clients clients = new Clients(headersAreBelieved);
    Refusals refusals = new Refusals(assets, pages);
    AccessLog log = new AccessLog();
    ClientConnection.Service service =
        new ClientConnection.Service(
            new HotAnswers(answers, gate, clients, refusals, timer, log),
            new Forwards(secret, clients, refusals),
            refusals,
            tls != null);
    return new Front(
        limits,
        service,
        assets.policy(),
        tomcat,
        tls == null ? null : Tls.context(tls, clientAuth),
        headSize);
  }
}
