package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.encoding.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** What readers are told while Redis, the service itself or PostgreSQL is gone. */
class ServiceFaultsIntegrationTests {
  private static final int REPEATS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private Path home;
  private Program program;

  @BeforeEach
  void prepare() {
    home = folder.resolve("home");
    program = new Program(home);
  }

  @Test
  void answersGoOnAndRevocationsAreSeenWithoutRedis() throws Exception {
    try (RunningService service = serve("serve.log")) {
      List<String> codes = codes(service);
      assertVerdict(service, "VALID", codes.get(0));
      shutDownRedis();

      assertVerdict(service, "VALID", codes.get(0));
      assertVerdict(service, "VALID", codes.get(1));
      revoke(codes.get(0));

      assertVerdict(service, "REVOKED", codes.get(0));
      assertVerdict(service, "VALID", codes.get(1));
    }
  }

  @Test
  void aKilledServiceComesBackWithTheSameCertificates() throws Exception {
    RunningService service = serve("serve.log");
    List<String> codes = codes(service);
    Path file = service.firstFile();
    String first = service.firstCode();
    revoke(first);
    service.kill();

    try (RunningService again = serve("again.log")) {
      assertThat(again.firstCode()).isEqualTo(first);
      assertThat(again.firstFile()).isEqualTo(file).exists();
      assertThat(codes(again)).isEqualTo(codes);
      assertVerdict(again, "REVOKED", first);
      for (String code : codes) {
        assertThat(again.answer(code).verdict())
            .isEqualTo(code.equals(first) ? "REVOKED" : "VALID");
      }
    }
  }

  @Test
  void nothingIsValidNorMissingWhileTheRegistryIsGone() throws Exception {
    try (RunningService service = serve("serve.log")) {
      List<String> codes = codes(service);
      revoke(codes.get(0));
      assertVerdict(service, "REVOKED", codes.get(0));
      assertVerdict(service, "VALID", codes.get(1));

      killPostgres();

      service.await(PATIENCE, () -> service.answer(codes.get(1)).status() == 503);
      for (String code : List.of(codes.get(0), codes.get(1), codes.get(2), "0000000000000000")) {
        RunningService.Answer answer = service.answer(code);
        assertThat(answer.status()).as(answer.verdict()).isEqualTo(503);
        assertThat(answer.verdict()).isEqualTo("UNCONFIRMED");
        var page = service.page(code);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("class=\"UNCONFIRMED").doesNotContain("\tat ");
      }
    }
  }

  private RunningService serve(String log) throws Exception {
    return RunningService.start(program, folder.resolve(log));
  }

  /** Of the demo's documents, in the order of the codes; read from the files themselves. */
  private List<String> codes(RunningService service) throws Exception {
    Set<String> codes = new TreeSet<>();
    try (var files = Files.walk(home.resolve("copies"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pdf")).toList()) {
        codes.add(codeOf(file));
      }
    }
    assertThat(codes).hasSizeGreaterThan(5).contains(service.firstCode());
    return List.copyOf(codes);
  }

  private static String codeOf(Path file) throws Exception {
    Bytes content = Bytes.wrap(Files.readAllBytes(file));
    CertificatePdf certificate = (CertificatePdf) new CertificatePdfReader().read(content);
    Matcher code = Pattern.compile("/v/([0-9A-Z]{16})").matcher(certificate.qrText());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private void revoke(String code) throws Exception {
    Program.Result result =
        program.run("certificate", "revoke", code, "--reason", "复核", "--ground", "〔2026〕3号");
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  private static void assertVerdict(RunningService service, String verdict, String code)
      throws Exception {
    for (int request = 0; request < REPEATS; request++) {
      assertThat(service.answer(code).verdict()).isEqualTo(verdict);
    }
  }

  private void shutDownRedis() throws Exception {
    int port = Integer.parseInt(Files.readString(home.resolve("redis.port")).strip());
    try (Jedis redis =
        new Jedis(
            new HostAndPort("127.0.0.1", port),
            DefaultJedisClientConfig.builder()
                .password(Files.readString(home.resolve("redis.password")).strip())
                .build())) {
      redis.shutdown();
    }
  }

  /** With SIGKILL, as the kernel does when memory runs out; its children follow. */
  private void killPostgres() throws Exception {
    Matcher pid =
        Pattern.compile("\\d+").matcher(Files.readString(home.resolve("postgres/postmaster.pid")));
    assertThat(pid.find()).isTrue();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.group())).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().get();
  }
}
