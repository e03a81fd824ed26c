package cn.zhixin.verification.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads out of the API's description (OpenAPI 3.1) what a page shows of it. */
final class ApiViews {
  /** Rightly written, of no certificate. */
  private static final String SOME_CODE = "7K3M9QPX2RTV4WZ7";

  private final JsonNode document;

  ApiViews(JsonNode document) {
    this.document = document;
  }

  ApiView view() {
    List<ApiView.Call> calls = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        calls.add(call(path.getKey(), operation.getKey(), operation.getValue()));
      }
    }
    return new ApiView(description(document.path("info")), calls);
  }

  private ApiView.Call call(String path, String method, JsonNode operation) {
    List<ApiView.Parameter> parameters = new ArrayList<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = referred(each);
      parameters.add(
          new ApiView.Parameter(
              parameter.path("name").asString(),
              parameter.path("in").asString(),
              parameter.path("required").asBoolean(false),
              description(parameter)));
    }
    List<String> bodies =
        List.copyOf(referred(operation.path("requestBody")).path("content").propertyNames());
    List<ApiView.Outcome> outcomes = new ArrayList<>();
    for (var response : operation.path("responses").properties()) {
      outcomes.add(
          new ApiView.Outcome(response.getKey(), description(referred(response.getValue()))));
    }
    boolean needsKey = needsKey(operation);
    return new ApiView.Call(
        operation.path("operationId").asString(),
        method.toUpperCase(Locale.ROOT),
        path,
        description(operation),
        needsKey,
        parameters,
        bodies,
        outcomes,
        command(path, method, needsKey, bodies),
        path.replace("{code}", SOME_CODE).replace("{tile}", "0/000").replace("{id}", "LIST"));
  }

  private static boolean needsKey(JsonNode operation) {
    JsonNode ways = operation.path("security");
    boolean without = false;
    for (JsonNode way : ways) {
      without |= way.isEmpty();
    }
    return !ways.isEmpty() && !without;
  }

  private JsonNode referred(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /** Empty for none; without the marks of code. */
  private static String description(JsonNode node) {
    return node.path("description").asString("").replace("`", "").strip();
  }

  private static String command(String path, String method, boolean needsKey, List<String> bodies) {
    StringBuilder command = new StringBuilder("curl");
    if (needsKey) {
      command.append(" -H 'Authorization: Bearer zx_…'");
    }
    if (!bodies.isEmpty()) {
      String type = bodies.get(0);
      String file = type.substring(type.indexOf('/') + 1);
      command
          .append(" -H 'Content-Type: ")
          .append(type)
          .append("' --data-binary @body.")
          .append(file);
    } else if (!method.equals("get")) {
      command.append(" -X ").append(method.toUpperCase(Locale.ROOT));
    } else if (path.startsWith("/v/")) {
      command.append(" -H 'Accept: application/json'");
    }
    return command.toString();
  }
}
