package cn.zhixin.verification.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Counts look-ups by their client's address: those whose form and proof of work are right, just
 * before anything is looked up. What is refused for its form or its proof has cost its sender
 * nothing but a page, which {@link DoorFilter} counted, and has told nothing of anybody.
 */
public final class LookupCount {
  private final Throttle throttle;
  private final DoorLimits limits;

  LookupCount(Throttle throttle, DoorLimits limits) {
    this.throttle = throttle;
    this.limits = limits;
  }

  /** Counts one, and tells its client in headers what is left, or when to come again. */
  public Decision take(HttpServletRequest request, HttpServletResponse response)
      throws UnknownHostException {
    // an address in numbers: no name is looked up
    InetAddress address = InetAddress.getByName(request.getRemoteAddr());
    Decision decision = throttle.take(limits.lookups(), Subject.address(address));
    RateLimitHeaders.tell(response, limits.lookups(), decision);
    return decision;
  }
}
