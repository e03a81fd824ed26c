package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares real answers with the document at {@code /api}. */
public final class ApiSchemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document;
  private final Set<String> seen = new HashSet<>();

  public ApiSchemas(JsonNode document) {
    this.document = document;
  }

  public JsonNode document() {
    return document;
  }

  /** That the answer's status, headers, type and content are those that the document tells. */
  public void check(String method, String path, HttpResponse<String> answer) {
    String status = Integer.toString(answer.statusCode());
    JsonNode responses = document.path("paths").path(path).path(method).path("responses");
    JsonNode response = resolve(responses.path(status));
    assertThat(response.isMissingNode()).as(method + " " + path + " " + status).isFalse();
    seen.add(method + " " + path + " " + status);
    String type = answer.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
    if (status.equals("304")) {
      return;
    }
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as(method + " " + path + ": " + type).isFalse();
    checkHeaders(response.path("headers"), answer);
    if (type.endsWith("json")) {
      check(content.path("schema"), PublicClient.json(answer));
    }
  }

  private void checkHeaders(JsonNode headers, HttpResponse<String> answer) {
    for (var told : headers.properties()) {
      JsonNode header = resolve(told.getValue());
      Optional<String> value = answer.headers().firstValue(told.getKey());
      if (header.path("required").asBoolean(false)) {
        assertThat(value).as(told.getKey()).isPresent();
      }
      if (value.isPresent()) {
        boolean number = header.path("schema").path("type").asString("").equals("integer");
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        check(
            header.path("schema"),
            number ? nodes.numberNode(Long.parseLong(value.get())) : nodes.stringNode(value.get()));
      }
    }
  }

  /** That it is what the component of that name tells. */
  public void check(String component, JsonNode value) {
    JsonNode schema = document.path("components").path("schemas").path(component);
    assertThat(schema.isMissingNode()).as(component).isFalse();
    check(schema, value);
  }

  private void check(JsonNode told, JsonNode value) {
    ObjectNode schema = JsonMapper.shared().createObjectNode();
    schema.putArray("allOf").add(told);
    schema.set("components", document.path("components"));
    assertThat(REGISTRY.getSchema(schema).validate(value)).as(value.toString()).isEmpty();
  }

  private JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /** Method, path and status of what was checked. */
  public Set<String> seen() {
    return seen;
  }
}
