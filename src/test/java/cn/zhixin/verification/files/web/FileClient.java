package cn.zhixin.verification.files.web;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.web.ApiSchemas;
import cn.zhixin.verification.web.PublicClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives files to the public site; every answer of the API is held against the API's document. */
record FileClient(int port) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  JsonNode pdf(Bytes file) throws Exception {
    return checked(file, "application/pdf");
  }

  JsonNode checked(Bytes file, String type) throws Exception {
    return JsonMapper.shared().readTree(post(file, type).body());
  }

  HttpResponse<String> post(Bytes body, String type) throws Exception {
    return asTold(send("/api/v1/files", type, BodyPublishers.ofByteArray(body.toArray())));
  }

  HttpResponse<String> form(String path, Bytes file) throws Exception {
    String border = "----border";
    String head =
        "--"
            + border
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\""
            + "\r\nContent-Type: application/pdf\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] end = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    HttpResponse<String> answer =
        send(
            path,
            "multipart/form-data; boundary=" + border,
            BodyPublishers.concat(
                BodyPublishers.ofByteArray(start),
                BodyPublishers.ofByteArray(file.toArray()),
                BodyPublishers.ofByteArray(end)));
    return path.startsWith("/api/") ? asTold(answer) : answer;
  }

  Bytes receipt(Object code, String accept) throws Exception {
    URI address =
        URI.create("http://localhost:" + port + "/api/v1/certificates/" + code + "/receipt");
    return Bytes.wrap(
        CLIENT
            .send(
                HttpRequest.newBuilder(address).header("Accept", accept).build(),
                BodyHandlers.ofByteArray())
            .body());
  }

  private HttpResponse<String> send(String path, String type, HttpRequest.BodyPublisher body)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", type)
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> asTold(HttpResponse<String> answer) throws Exception {
    new ApiSchemas(PublicClient.json(new PublicClient(port).get("/api")))
        .check("post", "/api/v1/files", answer);
    return answer;
  }

  static String problem(JsonNode answer) {
    return answer.path("type").asString("").replace("urn:zhixin:problem:", "");
  }
}
