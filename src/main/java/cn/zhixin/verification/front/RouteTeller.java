package cn.zhixin.verification.front;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the front the route that a request fits, in a header that the front keeps to itself. */
final class RouteTeller implements WebMvcConfigurer, HandlerInterceptor {
  static final String HEADER = "Zhixin-Route";

  /** Attribute of a request that the front handed on. */
  static final String FRONTED = RouteTeller.class.getName() + ".fronted";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (route != null
        && request.getAttribute(FRONTED) != null
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      response.setHeader(HEADER, route.toString());
    }
    return true;
  }
}
