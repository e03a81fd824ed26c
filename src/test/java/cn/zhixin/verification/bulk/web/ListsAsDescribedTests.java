package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.EmployerSiteTest;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.ApiSchemas;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Lists and receipts are as the document at {@code /api} tells. The same site as {@link
 * BulkEndpointsTests}, so that both share it.
 */
@EmployerSiteTest
class ListsAsDescribedTests {
  private static final String LISTS = "/api/v1/bulk";
  private static final String LIST = LISTS + "/{id}";
  private static final String WORKBOOK = LIST + "/answers.xlsx";
  private static final String LIST_RECEIPT = LIST + "/receipt";
  private static final String RECEIPT = "/api/v1/certificates/{code}/receipt";
  private static final String JSON = "application/json";

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private FakeRegistry registry;

  private Employers employers;
  private PublicClient client;
  private ApiSchemas api;

  @BeforeEach
  void read() throws Exception {
    employers = new Employers(organisations, keys, port);
    client = new PublicClient(port);
    api = new ApiSchemas(PublicClient.json(client.get("/api")));
  }

  private static Map<String, Object> question(List<?> rows) {
    return Map.of("purpose", "资格审查", "rows", rows);
  }

  private JsonNode get(String path, String address, NewApiKey key, String accept) throws Exception {
    String bearer = "Bearer " + key.secret().reveal();
    HttpResponse<String> answer = client.get(address, "Authorization", bearer, "Accept", accept);
    api.check("get", path, answer);
    boolean json = answer.headers().firstValue("Content-Type").orElseThrow().contains("json");
    return json ? PublicClient.json(answer) : MissingNode.getInstance();
  }

  private void checkReceipt(JsonNode signed) {
    byte[] payload = Base64.getUrlDecoder().decode(signed.path("payload").asString());
    JsonNode content = Employers.MAPPER.readTree(payload);
    api.check("ReceiptContent", content);
    assertThat(content.path("answers").size()).isPositive();
  }

  @Test
  void tellsWhatListsAnswer() throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Object code :
        List.of(
            PublicSite.VALID,
            PublicSite.SUSPENDED,
            PublicSite.SUPERSEDED,
            PublicSite.REVOKED,
            PublicSite.CANCELLED,
            PublicSite.UNKNOWN,
            PublicSite.DAMAGED,
            PublicSite.VALID,
            "7K3M9QPX2RTV4WC0",
            "=1+1",
            "")) {
      rows.add(Map.of("code", code.toString(), "name", "丛培元", "identity", "120034"));
    }
    HttpResponse<String> answer = employers.ask(employers.bank, question(rows));
    api.check("post", LISTS, answer);
    String address = Employers.json(answer).path("self").asString();
    JsonNode list = get(LIST, address, employers.bank, JSON);
    assertThat(list.path("results").size()).isEqualTo(rows.size());
    get(WORKBOOK, list.path("answers").asString(), employers.bank, "*/*");
    get(LIST_RECEIPT, list.path("receipt").asString(), employers.bank, "*/*");
    checkReceipt(get(LIST_RECEIPT, list.path("receipt").asString(), employers.bank, JSON));
    get(LIST, address, employers.builder, JSON);
    get(WORKBOOK, address + "/answers.xlsx", employers.builder, JSON);
    get(LIST_RECEIPT, address + "/receipt", employers.builder, JSON);
    for (String path : List.of("", "/answers.xlsx", "/receipt")) {
      api.check("get", LIST + path, client.get(address + path));
    }
    assertThat(api.seen()).hasSize(10);
  }

  @Test
  void tellsOfListsThatAreStillAtWork() throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      rows.add(Map.of("code", PublicSite.code(String.format("8%014d", i)).value()));
    }
    CountDownLatch told = new CountDownLatch(1);
    registry.duringRead = () -> awaitQuietly(told);
    String address;
    try {
      HttpResponse<String> ordered = employers.ask(employers.bank, question(rows));
      api.check("post", LISTS, ordered);
      address = Employers.json(ordered).path("self").asString();
      get(LIST, address, employers.bank, JSON);
      JsonNode early = get(WORKBOOK, address + "/answers.xlsx", employers.bank, JSON);
      assertThat(early.path("type").asString()).endsWith("list-not-complete");
      get(LIST_RECEIPT, address + "/receipt", employers.bank, JSON);
    } finally {
      registry.duringRead = () -> {};
      told.countDown();
    }
    while (get(LIST, address, employers.bank, JSON).path("state").asString().equals("RUNNING")) {
      Thread.sleep(50);
    }
    assertThat(api.seen())
        .contains("post " + LISTS + " 202", "get " + WORKBOOK + " 409", "get " + LIST + " 200");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void tellsWhyListsAreRefused() throws Exception {
    byte[] body = "{\"codes\":[\"x\"]}".getBytes(StandardCharsets.UTF_8);
    String key = employers.bank.secret().reveal();
    api.check("post", LISTS, employers.post("", JSON, body));
    api.check("post", LISTS, employers.post(key + "x", JSON, body));
    api.check("post", LISTS, employers.post(key, JSON, body));
    api.check("post", LISTS, employers.post(key, JSON, new byte[] {'{'}));
    api.check("post", LISTS, employers.post(key, "text/csv", new byte[9 << 20]));
    api.check("post", LISTS, employers.post(key, "text/html", body));
    api.check("post", LISTS, employers.post(key, "multipart/form-data; boundary=b", form()));
    assertThat(api.seen())
        .contains("post " + LISTS + " 400", "post " + LISTS + " 401", "post " + LISTS + " 415");
  }

  /** Without a file. */
  private static byte[] form() {
    return "--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nx\r\n--b--\r\n"
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void tellsWhatReceiptsAre() throws Exception {
    for (Object code :
        List.of(
            PublicSite.VALID,
            PublicSite.SUPERSEDED,
            PublicSite.UNKNOWN,
            PublicSite.DAMAGED,
            "7K3M-9QPX")) {
      String address = "/api/v1/certificates/" + code + "/receipt";
      api.check("get", RECEIPT, client.get(address));
      HttpResponse<String> json = client.get(address, "Accept", JSON);
      api.check("get", RECEIPT, json);
      if (json.statusCode() == 200) {
        checkReceipt(PublicClient.json(json));
      }
    }
    assertThat(api.seen()).hasSize(3);
    HttpResponse<String> known = client.get("/.well-known/zhixin.json");
    api.check("get", "/.well-known/zhixin.json", known);
    assertThat(PublicClient.json(known).path("receiptKeys").size()).isPositive();
  }
}
