package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) in the reader's language. */
public final class Problems {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Seconds after which a client may ask again for what could not be confirmed. */
  public static final String RETRY_AFTER = "5";

  private Problems() {}

  public static ResponseEntity<byte[]> of(ProblemKind kind, Language language) {
    return of(kind, language, Map.of());
  }

  /**
   * @param more extension members (RFC 9457 §3.2)
   */
  public static ResponseEntity<byte[]> of(
      ProblemKind kind, Language language, Map<String, String> more) {
    Sentences sentences = Sentences.in(language);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", kind.type());
    problem.put("title", sentences.text("problem." + kind.id()));
    problem.put("status", kind.status().value());
    problem.put("detail", sentences.text("problem." + kind.id() + ".detail"));
    problem.putAll(more);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(kind.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
            .cacheControl(CacheControl.noCache());
    if (kind.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
    return response.body(MAPPER.writeValueAsBytes(problem));
  }
}
