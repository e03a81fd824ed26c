package cn.zhixin.verification.door;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts every request by its client's address, and by its API key if it names one; tells what is
 * left; refuses with 429 what is too much. A key need not be a known one to be counted: it only
 * adds to what the address may, and a made-up key gains nothing.
 */
@PublicRole
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DoorFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final Throttle throttle;
  private final DoorLimits limits;

  DoorFilter(Throttle throttle, DoorLimits limits) {
    this.throttle = throttle;
    this.limits = limits;
  }

  /** The machine that asks for health or metrics is not a client. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getServletPath().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    PathGroup group = PathGroup.of(request.getMethod(), request.getServletPath());
    // an address in numbers: no name is looked up
    InetAddress address = InetAddress.getByName(request.getRemoteAddr());
    List<Limit> asked = new ArrayList<>(limits.of(group));
    Decision decision = byAddress(group, address);
    Optional<String> key = key(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (key.isPresent() && decision instanceof Decision.Admitted) {
      asked.addAll(limits.apiKey());
      decision = decision.and(throttle.take(limits.apiKey(), Subject.key(key.get())));
    }
    RateLimitHeaders.tell(response, asked, decision);
    if (decision instanceof Decision.Refused) {
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    chain.doFilter(request, response);
  }

  private Decision byAddress(PathGroup group, InetAddress address) {
    return switch (group) {
      case ANSWERS -> limits.answersLimiter().decide(address);
      case PAGES -> limits.pagesLimiter().decide(address);
      default -> throttle.take(limits.of(group), Subject.address(address));
    };
  }

  private static Optional<String> key(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
