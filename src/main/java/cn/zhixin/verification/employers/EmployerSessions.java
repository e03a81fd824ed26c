package cn.zhixin.verification.employers;

import cn.zhixin.people.ApiKey;
import cn.zhixin.people.SessionToken;
import cn.zhixin.people.Sessions;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.web.OwnForms;
import cn.zhixin.verification.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sits before the browser. A form must carry what only a page of its session could know, and
 * come from this site.
 */
@PublicRole
@Component
public class EmployerSessions {
  private final Sessions sessions;
  private final OwnForms forms;

  EmployerSessions(Sessions sessions, OwnForms forms) {
    this.sessions = sessions;
    this.forms = forms;
  }

  /**
   * A session that is open.
   *
   * @param token whose form token its forms must carry
   */
  public record Open(ApiKey key, SessionToken token) {}

  /** Whose session the browser has, if it is open. */
  public Optional<Open> of(HttpServletRequest request) {
    return SessionCookie.EMPLOYER
        .read(request)
        .flatMap(token -> sessions.find(token).map(key -> new Open(key, token)));
  }

  public void open(ApiKey key, HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.EMPLOYER.set(request, response, sessions.open(key), Sessions.LENGTH);
  }

  public void close(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.EMPLOYER.read(request).ifPresent(sessions::close);
    SessionCookie.EMPLOYER.remove(request, response);
  }

  /** Whether a form of a session is its own. */
  public boolean isGenuine(HttpServletRequest request, Open session, @Nullable String formToken) {
    return forms.isOwn(request) && formToken != null && session.token().hasForm(formToken);
  }
}
