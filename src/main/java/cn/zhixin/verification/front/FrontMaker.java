package cn.zhixin.verification.front;

import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.UnreadableRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.web.server.Ssl;

/**
 * Puts the front together out of what it serves.
 *
 * @param first answer, for which the port waits; never completed exceptionally
 * @param publicAddress scheme and host of this service; empty for the address that requests come to
 * @param headSize bytes of a request's headers
 * @param newLoops told each event loop of the front
 */
record FrontMaker(
    FrontProperties limits,
    Answers answers,
    CompletableFuture<?> first,
    Gate gate,
    MeterRegistry meters,
    PageAssets assets,
    UnreadableRequests pages,
    String publicAddress,
    int headSize,
    Consumer<EventLoop> newLoops) {

  /**
   * @param tomcat the pages' server's port, once that server takes requests
   */
  Front front(
      FrontSecret secret,
      CompletionStage<IntSupplier> tomcat,
      @Nullable SslBundle tls,
      Ssl.@Nullable ClientAuth clientAuth) {
    Traffic traffic = new Traffic(meters);
    Clients clients = new Clients(new Proxies(limits.proxies()), limits.proxyHeaders());
    Refusals refusals = new Refusals(assets, pages);
    ClientConnection.Service service =
        new ClientConnection.Service(
            new HotAnswers(answers, gate, clients, refusals, traffic),
            new Forwards(secret, clients, refusals, traffic, publicAddress),
            refusals,
            traffic,
            tls != null);
    Front front =
        new Front(
            limits,
            service,
            assets.policy(),
            tomcat,
            tls == null ? null : Tls.context(tls, clientAuth),
            headSize,
            newLoops);
    traffic.watch(front, Front::connections, limits.connections());
    return front;
  }
}
