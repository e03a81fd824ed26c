package cn.zhixin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.Tiles;
import cn.zhixin.verification.PublicSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = PublicSite.class,
    properties = {"zhixin.database.embedded=false", "zhixin.redis.embedded=false"},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(LedgerEndpointsTests.SmallLedger.class)
class LedgerEndpointsTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");
  private static final int SIZE = 700;

  @TempDir private static Path folder;

  @LocalServerPort private int port;
  @Autowired private SampleLedger ledger;

  /** Not scanned for, unlike a configuration: other tests of the site have its own ledger. */
  static class SmallLedger {
    @Bean
    @Primary
    SampleLedger smallLedger() {
      SampleLedger ledger = new SampleLedger(SampleLedger.ORIGIN, folder);
      ledger.grow(100, AT);
      ledger.grow(SIZE - 100, AT);
      return ledger;
    }
  }

  private HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ledger/" + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return ask("GET", path, headers);
  }

  private static String header(HttpResponse<?> response, String name) {
    assertThat(response.headers().allValues(name)).as(name).hasSize(1);
    return response.headers().firstValue(name).orElseThrow();
  }

  private static void isProblem(HttpResponse<byte[]> response, int status, String type) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    assertThat(header(response, "Cache-Control")).doesNotContain("max-age");
    JsonNode problem = JsonMapper.builder().build().readTree(response.body());
    assertThat(problem.path("type").asString()).isEqualTo("urn:zhixin:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotEmpty();
    assertThat(problem.path("detail").asString()).isNotEmpty();
  }

  @Test
  void givesTheLastCheckpointThatNobodyMayKeep() throws Exception {
    var response = get("checkpoint");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
    SignedNote note = SignedNote.parse(Bytes.wrap(response.body()));
    assertThat(CheckpointPolicy.of(ledger.keys().get(0)).check(note))
        .isInstanceOf(CheckpointFinding.Trusted.class);
    assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(SIZE);
  }

  @Test
  void givesEveryTileUnderTheCheckpointForEver() throws Exception {
    for (Tile tile : Tile.added(0, SIZE)) {
      var response = get(tile.path());
      assertThat(response.statusCode()).as(tile.path()).isEqualTo(200);
      assertThat(header(response, "Content-Type")).isEqualTo("application/octet-stream");
      assertThat(header(response, "Cache-Control"))
          .isEqualTo("public, max-age=31536000, immutable");
      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(response.body()).isEqualTo(Files.readAllBytes(folder.resolve(tile.path())));
    }
  }

  @Test
  void aMonitorRebuildsTheRootFromTheEntriesAlone() throws Exception {
    List<Tile> bundles = Tile.added(0, SIZE).stream().filter(Tile::isEntries).toList();
    Tiles served =
        new Tiles(
            tile -> {
              try {
                return Optional.of(Bytes.wrap(get(tile.path()).body()));
              } catch (Exception e) {
                throw new IOException(e);
              }
            });
    List<Bytes> entries = new ArrayList<>();
    for (Tile bundle : bundles) {
      entries.addAll(served.entries(bundle));
    }
    var rebuilt = new TileGrowth(tile -> Optional.empty()).added(0, entries);
    for (var tile : rebuilt.entrySet()) {
      assertThat(get(tile.getKey().path()).body()).isEqualTo(tile.getValue().toArray());
    }
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    for (String path : List.of("checkpoint", "tile/0/000", "tile/entries/002.p/188")) {
      var response = ask("HEAD", path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(header(response, "Content-Length"))
          .isEqualTo(Integer.toString(get(path).body().length));
      assertThat(header(response, "Cache-Control")).isEqualTo(header(get(path), "Cache-Control"));
    }
    assertThat(ask("HEAD", "tile/0/009").statusCode()).isEqualTo(404);
  }

  @Test
  void compressesEntriesForWhoeverAsks() throws Exception {
    var response = get("tile/entries/000", "Accept-Encoding", "gzip");
    assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    byte[] plain = get("tile/entries/000").body();
    assertThat(response.body().length).isLessThan(plain.length);
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain);
    }
  }

  @Test
  void givesTheBeginningOfAFullTileForAPartialOneThatIsGone() throws Exception {
    byte[] hashes = get("tile/0/000.p/100").body();
    byte[] entries = get("tile/entries/000.p/100").body();
    ledger.dropPartials(new Tile(0, 0, Tile.FULL));
    ledger.dropPartials(new Tile(Tile.ENTRIES, 0, Tile.FULL));
    assertThat(folder.resolve("tile/0/000.p/100")).doesNotExist();
    assertThat(get("tile/0/000.p/100").body()).hasSize(3_200).isEqualTo(hashes);
    assertThat(get("tile/entries/000.p/100").body()).isEqualTo(entries);
    assertThat(get("tile/0/000.p/99").body()).hasSize(99 * 32);
    isProblem(get("tile/0/002.p/187"), 404, "no-such-tile");
  }

  @Test
  void hasNoCheckpointBeforeTheFirstEntry() throws Exception {
    ledger.lookEmpty(true);
    try {
      isProblem(get("checkpoint"), 404, "empty-ledger");
      var english = get("checkpoint", "Accept-Language", "en", "Accept", "text/plain");
      isProblem(english, 404, "empty-ledger");
      assertThat(new String(english.body(), StandardCharsets.UTF_8)).contains("no entry yet");
    } finally {
      ledger.lookEmpty(false);
    }
  }

  @Test
  void givesNoTileThatIsWrittenButNotPublished() throws Exception {
    for (String ahead : List.of("tile/0/003", "tile/0/002.p/189", "tile/1/000", "tile/2/000.p/1")) {
      Path file = folder.resolve(ahead);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, new byte[8_192]);
      isProblem(get(ahead), 404, "no-such-tile");
      Files.delete(file);
    }
  }

  @Test
  void saysWhenNobodyCanTellWhatIsPublishedAndStillGivesWhatWas() throws Exception {
    get("tile/0/002.p/188");
    ledger.fail(true);
    try {
      isProblem(get("checkpoint"), 503, "ledger-unreadable");
      assertThat(header(get("checkpoint"), "Retry-After")).isEqualTo("5");
      isProblem(get("tile/0/777"), 503, "ledger-unreadable");
      assertThat(get("tile/0/000").statusCode()).isEqualTo(200);
    } finally {
      ledger.fail(false);
    }
  }

  @Test
  void saysThatADamagedTileCannotBeRead() throws Exception {
    Path whole = folder.resolve("tile/0/001");
    byte[] right = Files.readAllBytes(whole);
    Files.write(whole, new byte[8_191]);
    isProblem(get("tile/0/001.p/9"), 503, "ledger-unreadable");
    Files.write(whole, right);
    assertThat(get("tile/0/001.p/9").body()).hasSize(9 * 32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "checkpoint/",
        "checkpoints",
        "secret",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/0",
        "tile/0/000/",
        "tile//0/000",
        "tile/00/000",
        "tile/8/000",
        "tile/0/000.p/256",
        "tile/0/000.p/00",
        "tile/0/000;v=1",
        "tile/0/%30%30%30",
        "tile/0/x000/000",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/../../secret",
        "tile/../secret",
        "tile/0/%2e%2e/%2e%2e/secret",
        "tile/./0/000",
        "tile/entries/../0/000",
        "tile/data/000"
      })
  void noOtherAddressReachesAFile(String path) throws Exception {
    Files.writeString(folder.resolve("secret"), "SECRET");
    String answer = raw(path);
    assertThat(answer).doesNotContain("SECRET").startsWith("HTTP/1.1 404");
    assertThat(answer).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/..%2fsecret",
        "tile/0/..%5c..%5csecret",
        "tile/0/000%00",
        "tile\\..\\secret"
      })
  void theServerItselfRefusesHiddenSeparators(String path) throws Exception {
    assertThat(raw(path)).startsWith("HTTP/1.1 400").doesNotContain("SECRET");
  }

  /** Sent as it is: a client's library would tidy it up. */
  private String raw(String path) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      String request = "GET /ledger/" + path + " HTTP/1.1\r\nHost: localhost\r\n";
      out.write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void takesNothingFromAnybody() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE")) {
      isProblem(ask(method, "tile/0/000"), 405, "method-not-allowed");
    }
  }
}
