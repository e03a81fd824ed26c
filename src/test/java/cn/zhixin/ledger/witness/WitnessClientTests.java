package cn.zhixin.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.RunningService;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignatureCheck;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.signing.Ed25519PrivateKey;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessClientTests {
  private static final int SIZE = 600;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final CheckpointSigner other = signer("w.example/1");
  private GrowingLog log;

  @TempDir private Path folder;

  @BeforeEach
  void makeLog() throws Exception {
    log = GrowingLog.of(SIZE);
  }

  private static CheckpointSigner signer(String name) {
    return CheckpointSigner.witness(
        name, Ed25519PrivateKey.generate(new SecureRandom()), () -> RunningWitness.NOW);
  }

  @Test
  void asksOnceForEachHeadOnceItKnowsTheWitness() throws Exception {
    try (RunningWitness running = start();
        ScriptedWitness counting = before(running)) {
      WitnessClient client = client(counting, running);
      int asked = 0;
      for (long size : List.of(1L, 2L, 256L, 300L, 600L)) {
        isCosigned(cosign(client, log, size), running, size);
        assertThat(counting.requests).hasValue(++asked);
      }
      // and after a restart of the log twice, to hear what the witness has
      isCosigned(cosign(client(counting, running), log, 600), running, 600);
      assertThat(counting.requests).hasValue(asked + 2);
    }
  }

  @Test
  void aWitnessKilledBetweenRecordAndAnswerIsAskedAgainAndAgrees() throws Exception {
    RunningWitness running = start();
    Witness dying = running.witness;
    try (ScriptedWitness killed =
        ScriptedWitness.answering(
            (exchange, body) -> {
              assertThat(dying.add(parsed(body))).isInstanceOf(WitnessAnswer.Cosigned.class);
              // no answer: the connection ends
            })) {
      isNot(cosign(client(killed, running), log, 300), WitnessFault.UNREACHABLE);
    }
    try (RunningWitness again = running.restarted()) {
      WitnessClient client = new WitnessClient(again.remote(), http);
      isCosigned(cosign(client, log, 300), again, 300);
      isCosigned(cosign(client, log, 600), again, 600);
    }
  }

  @Test
  void saysThatTheLogWasRolledBack() throws Exception {
    try (RunningWitness running = start()) {
      WitnessClient client = new WitnessClient(running.remote(), http);
      isCosigned(cosign(client, log, 500), running, 500);
      isNot(cosign(client, log, 400), WitnessFault.WITNESS_IS_AHEAD);
      isNot(
          cosign(new WitnessClient(running.remote(), http), log, 400),
          WitnessFault.WITNESS_IS_AHEAD);
      isCosigned(cosign(client, log, 501), running, 501);
    }
  }

  @Test
  void saysThatTheLogForked() throws Exception {
    try (RunningWitness running = start()) {
      WitnessClient client = new WitnessClient(running.remote(), http);
      isCosigned(cosign(client, log, 500), running, 500);
      GrowingLog fork = log.forkedAt(9);
      isNot(cosign(client, fork, 500), WitnessFault.OTHER_ROOT);
      isNot(cosign(client, fork, 600), WitnessFault.NOT_CONSISTENT);
      isNot(cosign(new WitnessClient(running.remote(), http), fork, 500), WitnessFault.OTHER_ROOT);
      isCosigned(cosign(client, log, 600), running, 600);
    }
  }

  @Test
  void saysThatTheWitnessDoesNotKnowTheLogOrItsKey() throws Exception {
    try (RunningWitness running = RunningWitness.start("w.example/1", folder, signer("x").key())) {
      isNot(cosign(new WitnessClient(running.remote(), http), log, 5), WitnessFault.LOG_UNKNOWN);
    }
    GrowingLog impostor = GrowingLog.of(5);
    try (RunningWitness running = start()) {
      isNot(
          cosign(new WitnessClient(running.remote(), http), impostor, 5),
          WitnessFault.LOG_KEY_NOT_TRUSTED);
    }
  }

  @Test
  void ignoresSignaturesOfUnknownKeysEvenOfTheWitnessName() throws Exception {
    CheckpointSigner known = signer("w.example/1");
    String foreign = other.sign(log.head(5)).line() + "\n";
    String good = known.sign(log.head(5)).line() + "\n";
    isNot(answered(known, 200, foreign), WitnessFault.NO_COSIGNATURE);
    assertThat(answered(known, 200, foreign + good))
        .isEqualTo(new Cosigning.Cosigned(List.of(known.sign(log.head(5)))));
  }

  @Test
  void refusesAKnownKeysSignatureOfSomethingElse() throws Exception {
    CheckpointSigner known = signer("w.example/1");
    String wrong = known.sign(log.head(6)).line() + "\n";
    String good = known.sign(log.head(5)).line() + "\n";
    isNot(answered(known, 200, wrong), WitnessFault.WRONG_COSIGNATURE);
    isNot(answered(known, 200, good + wrong), WitnessFault.WRONG_COSIGNATURE);
  }

  @Test
  void anAnswerOutsideTheProtocolIsNone() throws Exception {
    for (String body : List.of("", "\n", "ok\n", "\u2014 w.example/1 AAAA\n", "\u2014 \u2014\n")) {
      isNot(answered(other, 200, body), WitnessFault.UNEXPECTED_ANSWER);
    }
    String good = other.sign(log.head(5)).line() + "\n";
    isNot(answered(other, 200, good.repeat(1000)), WitnessFault.UNEXPECTED_ANSWER);
    for (int status : List.of(201, 204, 301, 400, 405, 413, 429, 500, 503)) {
      isNot(answered(other, status, ""), WitnessFault.UNEXPECTED_ANSWER);
    }
    for (String size : List.of("", "x\n", "-1\n", "0\n", "99999999999999999999999\n", "3\n")) {
      isNot(answered(other, 409, size), WitnessFault.UNEXPECTED_ANSWER);
    }
    isNot(answered(other, 409, "6\n"), WitnessFault.WITNESS_IS_AHEAD);
  }

  @Test
  void aLieAboutTheSizeIsForgotten() throws Exception {
    try (RunningWitness running = start()) {
      boolean[] lied = {false};
      try (ScriptedWitness liar =
          ScriptedWitness.answering(
              (exchange, body) -> {
                AddCheckpoint request = parsed(body);
                if (!lied[0]) {
                  lied[0] = true;
                  ScriptedWitness.say(exchange, 409, "9000000000000000000\n");
                } else {
                  relay(running.witness, request, exchange);
                }
              })) {
        WitnessClient client = client(liar, running);
        isNot(cosign(client, log, 300), WitnessFault.WITNESS_IS_AHEAD);
        isCosigned(cosign(client, log, 300), running, 300);
      }
    }
  }

  @Test
  void aWitnessThatIsDownOrSilentOrDripsCostsTheTimeoutAtMost() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:" + RunningService.freePort());
    WitnessClient down = new WitnessClient(new RemoteWitness(nobody, List.of(other.key())), http);
    isNot(cosign(down, log, 5), WitnessFault.UNREACHABLE);
    Duration little = Duration.ofMillis(300);
    try (ScriptedWitness silent = ScriptedWitness.silent();
        ScriptedWitness dripping =
            ScriptedWitness.answering(
                (exchange, body) -> {
                  exchange.sendResponseHeaders(200, 0);
                  for (int i = 0; i < 1000; i++) {
                    exchange.getResponseBody().write('\u0041');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                  }
                })) {
      for (ScriptedWitness slow : List.of(silent, dripping)) {
        WitnessClient client =
            new WitnessClient(new RemoteWitness(slow.address(), List.of(other.key())), http);
        long start = System.nanoTime();
        isNot(
            client.cosign(log.head(5), log.note(5), new TileNodes(log.tiles, 5), little),
            WitnessFault.TOO_LATE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      }
    }
  }

  @Test
  void missingTilesAreOursNotTheWitnesss() throws Exception {
    try (RunningWitness running = start()) {
      isCosigned(cosign(new WitnessClient(running.remote(), http), log, 300), running, 300);
      WitnessClient client = new WitnessClient(running.remote(), http);
      Cosigning outcome =
          client.cosign(
              log.head(600),
              log.note(600),
              (level, index) -> {
                throw new IOException("tile/0/000 is gone");
              },
              TIMEOUT);
      isNot(outcome, WitnessFault.TILES_UNREADABLE);
    }
  }

  private RunningWitness start() throws IOException {
    return RunningWitness.start("w.example/1", folder, log.key());
  }

  /** Hands requests on to a witness, and counts them. */
  private static ScriptedWitness before(RunningWitness running) throws IOException {
    return ScriptedWitness.answering(
        (exchange, body) -> relay(running.witness, parsed(body), exchange));
  }

  private static void relay(Witness witness, AddCheckpoint request, HttpExchange exchange)
      throws IOException {
    WitnessAnswer answer = witness.add(request);
    if (answer instanceof WitnessAnswer.Cosigned cosigned) {
      StringBuilder lines = new StringBuilder();
      cosigned.signatures().forEach(each -> lines.append(each.line()).append('\n'));
      ScriptedWitness.say(exchange, 200, lines.toString());
    } else if (answer instanceof WitnessAnswer.OtherSize other) {
      ScriptedWitness.say(exchange, 409, other.latest() + "\n");
    } else {
      ScriptedWitness.say(exchange, 500, "");
    }
  }

  private WitnessClient client(ScriptedWitness at, RunningWitness running) {
    return new WitnessClient(new RemoteWitness(at.address(), running.witness.keys()), http);
  }

  private Cosigning answered(CheckpointSigner known, int status, String body) throws Exception {
    try (ScriptedWitness scripted = ScriptedWitness.answering(status, body)) {
      RemoteWitness remote = new RemoteWitness(scripted.address(), List.of(known.key()));
      return cosign(new WitnessClient(remote, http), log, 5);
    }
  }

  private static Cosigning cosign(WitnessClient client, GrowingLog log, long size)
      throws IOException {
    return client.cosign(log.head(size), log.note(size), new TileNodes(log.tiles, size), TIMEOUT);
  }

  private void isCosigned(Cosigning outcome, RunningWitness running, long size) throws IOException {
    assertThat(outcome).isInstanceOf(Cosigning.Cosigned.class);
    List<NoteSignature> signatures = ((Cosigning.Cosigned) outcome).signatures();
    assertThat(signatures).hasSize(2);
    for (var key : running.witness.keys()) {
      assertThat(SignatureCheck.of(log.note(size).with(signatures), log.head(size), key))
          .isInstanceOf(SignatureCheck.Signed.class);
    }
  }

  private static void isNot(Cosigning outcome, WitnessFault fault) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Cosigning.NotCosigned.class, not -> assertThat(not.fault()).isEqualTo(fault));
  }

  private static AddCheckpoint parsed(Bytes body) throws IOException {
    try {
      return AddCheckpoint.parse(body);
    } catch (MalformedNote e) {
      throw new IOException("a request of ours", e);
    }
  }
}
