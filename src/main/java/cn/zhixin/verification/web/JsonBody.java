package cn.zhixin.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program sent: one small JSON object, read strictly. */
public sealed interface JsonBody {
  /** Bytes; longer bodies are not read. */
  int LONGEST = 16_384;

  JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  static JsonBody read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LONGEST) {
      return new Refused(ProblemKind.TOO_LARGE);
    }
    byte[] content = request.getInputStream().readNBytes(LONGEST + 1);
    if (content.length > LONGEST) {
      return new Refused(ProblemKind.TOO_LARGE);
    }
    try {
      JsonNode node = MAPPER.readTree(content);
      return node.isObject() ? new Read(node) : new Refused(ProblemKind.MALFORMED_JSON);
    } catch (JacksonException e) {
      return new Refused(ProblemKind.MALFORMED_JSON);
    }
  }

  /** An object. {@link #toString} leaves it out: it may hold personal data. */
  record Read(JsonNode object) implements JsonBody {
    /** Empty if the member is not there or is not a text. */
    public Optional<String> text(String name) {
      JsonNode member = object.path(name);
      return member.isString() ? Optional.of(member.asString()) : Optional.empty();
    }

    /** Whether the member is there and is neither a text nor {@code null}. */
    public boolean isOtherThanText(String name) {
      JsonNode member = object.path(name);
      return !member.isString() && !member.isNull() && !member.isMissingNode();
    }

    @Override
    public String toString() {
      return "JsonBody";
    }
  }

  record Refused(ProblemKind kind) implements JsonBody {}
}
