package cn.zhixin.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignatureCheck;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer that C2SP tlog-witness names, over HTTP. */
class WitnessServerTests {
  private static final int SIZE = 700;

  private final HttpClient http = HttpClient.newHttpClient();
  private GrowingLog log;
  private RunningWitness witness;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    log = GrowingLog.of(SIZE);
    witness = RunningWitness.start("w.example/1", folder, log.key());
  }

  @AfterEach
  void stop() throws IOException {
    witness.close();
  }

  @Test
  void cosignsWithEachOfItsKeysALogThatGrows() throws Exception {
    long before = 0;
    for (long size : List.of(0L, 1L, 2L, 255L, 256L, 257L, 300L, 300L, 512L, 700L)) {
      HttpResponse<String> answer = post(log.request(before, size));
      assertThat(answer.statusCode()).isEqualTo(200);
      isCosigned(answer.body(), log.head(size));
      before = size;
    }
  }

  @Test
  void aRequestThatIsNoneIs400() throws Exception {
    assertThat(post("old x\n\n").statusCode()).isEqualTo(400);
    assertThat(post("").statusCode()).isEqualTo(400);
  }

  @Test
  void anOldSizeBeyondTheCheckpointIs400() throws Exception {
    post(log.request(0, 10));
    AddCheckpoint backwards = new AddCheckpoint(10, List.of(), log.note(9));
    assertThat(post(backwards).statusCode()).isEqualTo(400);
    AddCheckpoint far = new AddCheckpoint(11, List.of(), log.note(9));
    assertThat(post(far).statusCode()).isEqualTo(400);
  }

  @Test
  void aCheckpointWithExtensionLinesIs400() throws Exception {
    String body = "old 0\n\n" + log.note(1).encoded().replaceFirst("\n\n", "\nextension\n\n");
    assertThat(post(body).statusCode()).isEqualTo(400);
  }

  @Test
  void aCheckpointThatNoTrustedKeySignedIs403() throws Exception {
    GrowingLog impostor = GrowingLog.of(10);
    assertThat(post(impostor.request(0, 10)).statusCode()).isEqualTo(403);
    SignedNote mixed = log.note(10).with(impostor.note(10).signatures());
    assertThat(post(new AddCheckpoint(0, List.of(), mixed)).statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongSignatureOfTheTrustedKeyIs403() throws Exception {
    SignedNote moved = new SignedNote(log.head(10).text(), log.note(11).signatures());
    assertThat(post(new AddCheckpoint(0, List.of(), moved)).statusCode()).isEqualTo(403);
    SignedNote both = log.note(10).with(log.note(11).signatures());
    assertThat(post(new AddCheckpoint(0, List.of(), both)).statusCode()).isEqualTo(403);
  }

  @Test
  void anUnknownOriginIs404() throws Exception {
    Checkpoint other = new Checkpoint("other.example/log", 3, log.head(3).root());
    SignedNote note = new SignedNote(other.text(), log.note(3).signatures());
    assertThat(post(new AddCheckpoint(0, List.of(), note)).statusCode()).isEqualTo(404);
    assertThat(send("POST", "/", "").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/add-checkpoint/more", "").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherOldSizeIs409AndTellsTheLatestOne() throws Exception {
    isConflict(post(log.request(5, 10)), 0);
    post(log.request(0, 10));
    isConflict(post(log.request(0, 20)), 10);
    isConflict(post(log.request(9, 20)), 10);
    isConflict(post(log.request(11, 20)), 10);
  }

  /** A log restored from an old backup: what it signed later is not forgotten. */
  @Test
  void aLogThatWentBackIs409() throws Exception {
    post(log.request(0, 500));
    isConflict(post(log.request(0, 400)), 500);
    isConflict(post(log.request(400, 400)), 500);
    isConflict(post(log.request(400, 499)), 500);
    assertThat(post(log.request(500, 501)).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherRootOfTheSameSizeIs409() throws Exception {
    post(log.request(0, 300));
    isConflict(post(log.forkedAt(7).request(300, 300)), 300);
    assertThat(post(log.request(300, 300)).statusCode()).isEqualTo(200);
  }

  @Test
  void anEmptyTreeHasOneRootOnly() throws Exception {
    Checkpoint head = new Checkpoint(GrowingLog.ORIGIN, 0, log.head(1).root());
    assertThat(post(new AddCheckpoint(0, List.of(), log.signed(head))).statusCode()).isEqualTo(409);
  }

  @Test
  void aLogThatForksIs422AndIsNotRecorded() throws Exception {
    post(log.request(0, 300));
    assertThat(post(log.forkedAt(7).request(300, 600)).statusCode()).isEqualTo(422);
    isConflict(post(log.request(0, 600)), 300);
    assertThat(post(log.forkedAt(650).request(300, 600)).statusCode()).isEqualTo(200);
  }

  @Test
  void aProofThatIsChangedShortOrLongIs422() throws Exception {
    post(log.request(0, 300));
    List<Digest> path = log.request(300, 600).path();
    for (int i = 0; i < path.size(); i++) {
      List<Digest> changed = new ArrayList<>(path);
      changed.set(i, log.head(1).root());
      is422(300, changed);
      List<Digest> shorter = new ArrayList<>(path);
      shorter.remove(i);
      is422(300, shorter);
    }
    List<Digest> longer = new ArrayList<>(path);
    longer.add(path.get(0));
    is422(300, longer);
    is422(300, List.of());
  }

  @Test
  void aProofWhereNoneIsNeededIs422() throws Exception {
    List<Digest> needless = List.of(log.head(1).root());
    is422(0, needless);
    post(log.request(0, 600));
    is422(600, needless);
  }

  private void is422(long from, List<Digest> path) throws Exception {
    assertThat(post(new AddCheckpoint(from, path, log.note(600))).statusCode()).isEqualTo(422);
  }

  @Test
  void onlyPostIsTaken() throws Exception {
    for (String method : List.of("GET", "PUT", "DELETE")) {
      HttpResponse<String> answer = send(method, AddCheckpoint.PATH, "");
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }
  }

  @Test
  void aBodyBeyondTheBoundIs413() throws Exception {
    String body = "x".repeat(AddCheckpoint.LONGEST + 1);
    assertThat(post(body).statusCode()).isEqualTo(413);
  }

  @Test
  void nothingIsCosignedWhenTheRecordIsDamaged() throws Exception {
    post(log.request(0, 10));
    Path record;
    try (var files = Files.list(folder)) {
      record = files.filter(file -> file.toString().endsWith(".checkpoint")).findFirst().get();
    }
    Files.writeString(record, "nonsense");
    witness = witness.restarted();
    assertThat(post(log.request(0, 10)).statusCode()).isEqualTo(500);
    assertThat(post(log.request(10, 20)).statusCode()).isEqualTo(500);
  }

  @Test
  void whatWasCosignedSurvivesARestart() throws Exception {
    post(log.request(0, 300));
    witness = witness.restarted();
    isConflict(post(log.request(0, 600)), 300);
    isConflict(post(log.forkedAt(3).request(300, 300)), 300);
    assertThat(post(log.forkedAt(3).request(300, 600)).statusCode()).isEqualTo(422);
    assertThat(post(log.request(300, 600)).statusCode()).isEqualTo(200);
  }

  @Test
  void twoWitnessesDoNotShareAFolder() throws Exception {
    assertThatThrownBy(() -> WitnessedHeads.open(folder)).isInstanceOf(IOException.class);
    witness.close();
    WitnessedHeads.open(folder).close();
  }

  private void isCosigned(String lines, Checkpoint head) throws Exception {
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.split("\n")) {
      signatures.add(NoteSignature.parse(line));
    }
    assertThat(lines).endsWith("\n");
    assertThat(signatures).hasSize(2);
    for (VerifierKey key : witness.witness.keys()) {
      SignedNote note = new SignedNote(head.text(), signatures);
      assertThat(SignatureCheck.of(note, head, key))
          .isEqualTo(new SignatureCheck.Signed(Optional.of(RunningWitness.NOW)));
    }
  }

  private static void isConflict(HttpResponse<String> answer, long size) {
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    assertThat(answer.body()).isEqualTo(size + "\n");
  }

  private HttpResponse<String> post(AddCheckpoint request) throws Exception {
    return post(new String(request.encoded().toArray(), StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send("POST", AddCheckpoint.PATH, body);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(witness.server.address() + path))
            .method(
                method, HttpRequest.BodyPublishers.ofByteArray(Bytes.ofUtf8(body).unsafeArray()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
