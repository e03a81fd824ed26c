package cn.zhixin.verification.panel.web;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser without script: a session's cookie and that of its marks, forms as they stand in the
 * last page.
 */
final class HolderBrowser {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private int port;
  String cookie = "";
  String known = "";
  String origin;

  HolderBrowser(int port) {
    goTo(port);
  }

  /** The same browser on another node. */
  void goTo(int node) {
    this.port = node;
    this.origin = "http://localhost:" + node;
  }

  HttpResponse<byte[]> file(String path) throws Exception {
    return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The page at that address. */
  String page(String path) throws Exception {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return CLIENT.send(form(path, form), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> postForFile(String path, Map<String, String> form) throws Exception {
    return CLIENT.send(form(path, form), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest form(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return request.build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    String cookies =
        Stream.of(cookie, known).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    return request;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> signIn(VerificationCode code, String identity) throws Exception {
    return keepCookies(post("/holder", Map.of("code", code.grouped(), "identity", identity)));
  }

  /** The form with a place for the certificate's file, as browsers send it. */
  HttpResponse<String> signIn(VerificationCode code, String identity, Bytes file) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(field("code", code.grouped()));
    body.writeBytes(field("identity", identity));
    body.writeBytes(part("name=\"file\"; filename=\"证书.pdf\"\r\nContent-Type: application/pdf"));
    body.writeBytes(file.toArray());
    body.writeBytes("\r\n--b0und--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        request("/holder")
            .header("Content-Type", "multipart/form-data; boundary=b0und")
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return keepCookies(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private static byte[] field(String name, String value) {
    String head = new String(part("name=\"" + name + "\""), StandardCharsets.UTF_8);
    return (head + value + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] part(String head) {
    return ("--b0und\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> keepCookies(HttpResponse<String> response) {
    for (String set : response.headers().allValues("Set-Cookie")) {
      String pair = set.substring(0, set.indexOf(';'));
      if (pair.startsWith("zhixin-known=")) {
        known = pair;
      } else {
        cookie = pair;
      }
    }
    return response;
  }

  /** Fills the form for a new share as the page gives it. */
  Map<String, String> shareForm(String purpose) throws Exception {
    String page = page("/holder");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("form", value(page, "form"));
    form.put("id", value(page, "id"));
    form.put("purpose", purpose);
    form.put("recipient", "");
    form.put("days", "30");
    form.put("file", "true");
    return form;
  }

  /** Makes a share; the path of its link. */
  String share(String purpose) throws Exception {
    HttpResponse<String> made = post("/holder/shares", shareForm(purpose));
    if (made.statusCode() != 303) {
      throw new AssertionError(made.statusCode() + " " + made.body());
    }
    return first(page("/holder"), "(/s/[0-9A-Z]{20})");
  }

  /** Of the newest share. */
  String newestId() throws Exception {
    return first(page("/holder"), "id=\"share-(\\d+)\"");
  }

  Map<String, String> token() throws Exception {
    return Map.of("form", value(page("/holder"), "form"));
  }

  static String value(String page, String field) {
    return first(page, "name=\"" + field + "\" value=\"([^\"]*)\"");
  }

  static String first(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
