package cn.zhixin.verification.employers;

import cn.zhixin.people.ApiKey;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.SignIn;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Which organisation's program calls, by {@code Authorization: Bearer zx_…} (RFC 6750 §2.1). */
@PublicRole
@Component
public class ApiCallers {
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;

  ApiCallers(ApiKeys keys) {
    this.keys = keys;
  }

  /** For what only organisations may ask. */
  public ResponseEntity<?> known(
      HttpServletRequest request, Function<ApiKey, ResponseEntity<?>> answer) {
    Optional<String> token = bearer(request);
    return token.isPresent()
        ? identified(token.get(), request, answer)
        : refused(ProblemKind.UNAUTHENTICATED, request);
  }

  /** For what anybody may ask; a key that is not accepted is told and not passed over. */
  public ResponseEntity<?> knownOrNot(
      HttpServletRequest request, Function<Optional<ApiKey>, ResponseEntity<?>> answer) {
    Optional<String> token = bearer(request);
    return token.isPresent()
        ? identified(token.get(), request, key -> answer.apply(Optional.of(key)))
        : answer.apply(Optional.empty());
  }

  private ResponseEntity<?> identified(
      String token, HttpServletRequest request, Function<ApiKey, ResponseEntity<?>> answer) {
    SignIn signIn = keys.identify(token);
    if (signIn instanceof SignIn.Accepted accepted) {
      return answer.apply(accepted.key());
    }
    boolean mistyped = ((SignIn.Refused) signIn).reason() == SignIn.Reason.MISTYPED;
    return refused(mistyped ? ProblemKind.MISTYPED_KEY : ProblemKind.UNAUTHENTICATED, request);
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()))
        : Optional.empty();
  }

  private static ResponseEntity<?> refused(ProblemKind kind, HttpServletRequest request) {
    ResponseEntity<byte[]> problem = Problems.of(kind, Reader.of(request).language());
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zhixin\"")
        .body(problem.getBody());
  }
}
