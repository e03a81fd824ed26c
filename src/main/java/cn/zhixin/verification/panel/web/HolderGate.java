package cn.zhixin.verification.panel.web;

import cn.zhixin.people.SessionToken;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.panel.HolderSession;
import cn.zhixin.verification.panel.HolderSessions;
import cn.zhixin.verification.web.OwnForms;
import cn.zhixin.verification.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets holders in who have a session, and their forms. */
@PublicRole
@Component
class HolderGate {
  /** Name of the field that carries {@link SessionToken#formToken}. */
  static final String FORM = "form";

  private final HolderSessions sessions;
  private final OwnForms forms;

  HolderGate(HolderSessions sessions, OwnForms forms) {
    this.sessions = sessions;
    this.forms = forms;
  }

  /** To look at something. */
  Optional<Entered> enter(HttpServletRequest request) {
    return SessionCookie.HOLDER
        .read(request)
        .flatMap(token -> sessions.use(token).map(session -> new Entered(token, session)));
  }

  /** To change something: the form must be of this very session. */
  Optional<Entered> enterWithForm(HttpServletRequest request) {
    String sent = request.getParameter(FORM);
    if (sent == null || !forms.isOwn(request)) {
      return Optional.empty();
    }
    return SessionCookie.HOLDER
        .read(request)
        .filter(token -> token.hasForm(sent))
        .flatMap(token -> sessions.use(token).map(session -> new Entered(token, session)));
  }

  /** A holder with a session. */
  record Entered(SessionToken token, HolderSession session) {}
}
