package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves TRACE to the pages, each of which refuses methods that are not its own and names those
 * that are. The web server would name all methods that any servlet knows, and a servlet would send
 * back the request with its cookies.
 */
@PublicRole
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class NoTrace extends OncePerRequestFilter
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(isTrace(request) ? new Nameless(request) : request, response);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static boolean isTrace(HttpServletRequest request) {
    return HttpMethod.TRACE.matches(request.getMethod());
  }

  /** A method that no servlet knows; they are told apart by case (RFC 9110 §9.1). */
  private static final class Nameless extends HttpServletRequestWrapper {
    Nameless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "trace";
    }
  }
}
