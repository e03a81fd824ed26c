package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No page here has parameters in its path (RFC 3986 §3.3), such as {@code /v/CODE;x=1}. The web
 * server would pass over them, and one page would have any number of addresses.
 */
@PublicRole
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class PathParameters extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().indexOf(';') >= 0) {
      response.sendError(HttpStatus.NOT_FOUND.value());
      return;
    }
    chain.doFilter(request, response);
  }
}
