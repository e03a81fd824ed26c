package cn.zhixin.verification.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.home=target/zhixin-test-home",
      "zhixin.limits.lookups=",
      "zhixin.lookups.difficulty=1000",
      "zhixin.lookups.answer-time=60ms"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LookupTests {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String NUMBER = CertificateFixture.IDENTITY_NUMBER;

  /** Right in form, of nobody here. */
  private static final String OTHER_NUMBER = "11010519491231002X";

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  private PublicClient client;

  @BeforeEach
  void connect() {
    client = new PublicClient(port);
    registry.registryBroken = false;
  }

  private Map<String, Object> solved() throws Exception {
    JsonNode challenge = PublicClient.json(client.get("/api/v1/lookups/challenge"));
    String salt = challenge.path("salt").asString();
    for (int n = 0; n <= challenge.path("maxnumber").asInt(); n++) {
      String hash = Digest.of((salt + n).getBytes(StandardCharsets.UTF_8)).toHex();
      if (hash.equals(challenge.path("challenge").asString())) {
        Map<String, Object> proof = new LinkedHashMap<>();
        challenge
            .properties()
            .forEach(member -> proof.put(member.getKey(), member.getValue().asString()));
        proof.remove("maxnumber");
        proof.put("number", n);
        return proof;
      }
    }
    throw new AssertionError("the challenge has no solution");
  }

  private HttpResponse<String> ask(String name, String number, Object proof, String... headers)
      throws Exception {
    Map<String, Object> body = Map.of("name", name, "identityNumber", number, "proof", proof);
    return client.postJson("/api/v1/lookups", MAPPER.writeValueAsString(body), headers);
  }

  @Test
  void findsANameByACanonicallyEquivalentOne() throws Exception {
    registry.issue(
        CertificateFixture.registered(PublicSite.code("7K3M9QPX2RTV4WQ"), "\uF900文登"),
        CertificateFixture.ISSUED_AT);
    for (String typed : List.of("豈文登", "\uF900文登")) {
      JsonNode listed = PublicClient.json(ask(typed, NUMBER, solved())).path("certificates");
      assertThat(listed.size()).as(typed).isEqualTo(1);
    }
    assertThat(PublicClient.json(ask("岂文登", NUMBER, solved())).path("certificates").size())
        .isZero();
  }

  @Test
  void listsAPersonsCertificatesWithoutWhatUnlocksThem(CapturedOutput output) throws Exception {
    HttpResponse<String> found = ask("丛培元", NUMBER.toLowerCase(), solved());

    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    JsonNode listed = PublicClient.json(found).path("certificates");
    assertThat(listed.size()).isEqualTo(9);
    assertThat(listed.get(0).path("holder").asString()).isEqualTo("丛*元");
    assertThat(listed.findValuesAsString("verdict"))
        .contains("VALID", "REVOKED", "SUSPENDED", "SUPERSEDED", "CANCELLED");
    assertThat(found.body())
        .doesNotContain("丛培元", NUMBER, PublicSite.VALID.value(), "荣成市", "not for the public");
    assertThat(output.toString()).doesNotContain("丛培元", NUMBER, OTHER_NUMBER);
  }

  @Test
  void findsNothingForAnotherNameOrAnotherNumberAndSaysWhyThatMayBe() throws Exception {
    for (HttpResponse<String> none :
        List.of(ask("王小明", NUMBER, solved()), ask("丛培元", OTHER_NUMBER, solved()))) {
      JsonNode told = PublicClient.json(none);
      assertThat(none.statusCode()).isEqualTo(200);
      assertThat(told.path("certificates").size()).isZero();
      assertThat(told.path("reasons").size()).isEqualTo(5);
    }
  }

  @Test
  void isEquallyLongForEverybodyAndNeverCompressed() throws Exception {
    for (String language : new String[] {"zh-CN", "en"}) {
      for (var who : List.of(List.of("丛培元", NUMBER), List.of("王小明", OTHER_NUMBER))) {
        HttpResponse<String> answer =
            ask(
                who.get(0),
                who.get(1),
                solved(),
                "Accept-Language",
                language,
                "Accept-Encoding",
                "gzip");
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(LookupJson.SIZE);
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSize(LookupJson.SIZE);
      }
    }
  }

  /**
   * A wide bound, as the ratio of two medians: whoever exists and who does not look alike. A
   * difference of ours would show each time, one that something else on the machine makes does not.
   */
  @Test
  void takesAsLongWhetherOrNotThePersonExists() throws Exception {
    List<Double> ratios = new ArrayList<>();
    do {
      ratios.add(ratio());
    } while (!alike(ratios.get(ratios.size() - 1)) && ratios.size() < 5);
    assertThat(ratios).anyMatch(LookupTests::alike);
  }

  private static boolean alike(double ratio) {
    return ratio >= 0.7 && ratio <= 1.4;
  }

  private double ratio() throws Exception {
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      known.add(nanos("丛培元", NUMBER));
      unknown.add(nanos("丛培元", OTHER_NUMBER));
    }
    return (double) median(known) / median(unknown);
  }

  private long nanos(String name, String number) throws Exception {
    Map<String, Object> proof = solved();
    long began = System.nanoTime();
    ask(name, number, proof);
    return System.nanoTime() - began;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  @Test
  void queriesTheRegistryOnceForAnybodyAndNeverForAMistype() throws Exception {
    int before = registry.reads.get();
    ask("丛培元", NUMBER, solved());
    ask("王小明", OTHER_NUMBER, solved());
    assertThat(registry.reads.get() - before).isEqualTo(2);

    assertThat(PublicClient.problem(ask("丛培元", "371002198808120031", solved())))
        .isEqualTo("malformed-identity");
    assertThat(PublicClient.problem(ask("丛9元", NUMBER, solved()))).isEqualTo("malformed-name");
    assertThat(registry.reads.get() - before).isEqualTo(2);
  }

  @Test
  void aMemberThatIsNoStringIsNotTakenForOneThatIsMissing() throws Exception {
    Map<String, Object> proof = solved();
    int before = registry.reads.get();
    Map<String, String> faults =
        Map.of(
            "name", "malformed-name",
            "identityNumber", "malformed-identity",
            "documentKind", "malformed-identity");
    for (String member : faults.keySet()) {
      for (Object other : List.of(7, true, List.of("x"), Map.of("x", "y"))) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "丛培元");
        body.put("identityNumber", NUMBER);
        body.put("proof", proof);
        body.put(member, other);
        HttpResponse<String> refused =
            client.postJson("/api/v1/lookups", MAPPER.writeValueAsString(body));
        assertThat(PublicClient.problem(refused)).isEqualTo(faults.get(member));
        assertThat(PublicClient.json(refused).path("detail").asString())
            .isEqualTo("成员 " + member + " 的值必须是字符串，写在双引号里。没有进行查询。");
      }
    }
    assertThat(registry.reads.get()).isEqualTo(before);
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("name", "丛培元");
    asked.put("identityNumber", NUMBER);
    asked.put("documentKind", null);
    asked.put("proof", proof);
    String body = MAPPER.writeValueAsString(asked);
    assertThat(client.postJson("/api/v1/lookups", body).statusCode()).isEqualTo(200);
  }

  @Test
  void aChallengeServesOnceAndAMistypeDoesNotSpendIt() throws Exception {
    Map<String, Object> proof = solved();

    assertThat(ask("丛培元", "371002198808120031", proof).statusCode()).isEqualTo(400);
    assertThat(ask("丛培元", NUMBER, proof).statusCode()).isEqualTo(200);
    HttpResponse<String> again = ask("丛培元", NUMBER, proof);
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.body()).contains("已经用过");
  }

  @Test
  void takesNoForgedOrAlteredChallenge() throws Exception {
    Map<String, Object> proof = solved();
    Map<String, Object> spliced = new LinkedHashMap<>(proof);
    String digits = String.valueOf(proof.get("number"));
    spliced.put("salt", proof.get("salt") + digits.substring(0, 1));
    spliced.put("number", digits.length() > 1 ? Integer.parseInt(digits.substring(1)) : 0);
    Map<String, Object> longer = new LinkedHashMap<>(proof);
    longer.put("salt", String.valueOf(proof.get("salt")).replace("expires=1", "expires=9"));
    Map<String, Object> unsigned = new LinkedHashMap<>(proof);
    unsigned.put("signature", "0".repeat(64));

    for (Object forged : List.of(spliced, longer, unsigned, Map.of(), "x", List.of(), 7)) {
      HttpResponse<String> refused = ask("丛培元", NUMBER, forged);
      assertThat(refused.statusCode()).as(forged.toString()).isEqualTo(403);
      assertThat(PublicClient.problem(refused)).isEqualTo("proof-refused");
    }
  }

  @Test
  void cannotTellWithoutTheRegistry() throws Exception {
    registry.registryBroken = true;

    HttpResponse<String> response = ask("丛培元", NUMBER, solved());

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(PublicClient.problem(response)).isEqualTo("unconfirmed");
  }

  @Test
  void roundsEveryTimeUpToTheSameStep() {
    assertThat(EvenTime.rest(0, 500)).isEqualTo(500);
    assertThat(EvenTime.rest(499, 500)).isEqualTo(1);
    assertThat(EvenTime.rest(500, 500)).isEqualTo(500);
    assertThat(EvenTime.rest(1_250, 500)).isEqualTo(250);
    assertThat(EvenTime.rest(7, 0)).isZero();
  }
}
