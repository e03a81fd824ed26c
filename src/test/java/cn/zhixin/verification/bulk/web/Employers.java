package cn.zhixin.verification.bulk.web;

import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two organisations and what their programs send. */
final class Employers {
  static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final NewApiKey bank;
  final NewApiKey builder;
  private final int port;

  Employers(Organisations organisations, ApiKeys keys, int port) {
    this.port = port;
    this.bank = keys.create(filed(organisations, "荣成市𬭎龑农商银行", "91371082MA3C1P2X8"), "人事科");
    this.builder = keys.create(filed(organisations, "威海建工（集团）有限公司", "91371000166700001"), "投标");
  }

  private static Organisation filed(Organisations organisations, String name, String first17) {
    UnifiedCreditCode code = creditCode(first17);
    return organisations
        .add(name, code)
        .orElseGet(() -> organisations.find(code.value()).orElseThrow());
  }

  static UnifiedCreditCode creditCode(String first17) {
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (UnifiedCreditCode.check(first17 + check) == UnifiedCreditCode.Check.RIGHT) {
        return new UnifiedCreditCode(first17 + check);
      }
    }
    throw new IllegalArgumentException("no check character fits");
  }

  HttpResponse<String> post(String key, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/bulk"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> ask(NewApiKey key, Map<String, Object> question)
      throws IOException, InterruptedException {
    return post(key.secret().reveal(), "application/json", MAPPER.writeValueAsBytes(question));
  }

  HttpResponse<byte[]> get(NewApiKey key, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + key.secret().reveal());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }
}
