package cn.zhixin.verification.files.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A request whose parameters are those of its address: after a body that was refused the server
 * gives no parameter at all.
 */
final class QueryOnly extends HttpServletRequestWrapper {
  QueryOnly(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable String getParameter(String name) {
    String value =
        UriComponentsBuilder.newInstance()
            .query(getQueryString())
            .build()
            .getQueryParams()
            .getFirst(name);
    return value == null ? null : UriUtils.decode(value, "UTF-8");
  }
}
