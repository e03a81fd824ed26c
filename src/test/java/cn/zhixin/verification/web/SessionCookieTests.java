package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.people.SessionToken;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTests {
  private static final SessionToken TOKEN = new SessionToken("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

  private static MockHttpServletRequest request(boolean secure) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(secure);
    return request;
  }

  private static String[] attributes(MockHttpServletResponse response) {
    String header = response.getHeader("Set-Cookie");
    return header == null ? new String[0] : header.split("; ");
  }

  @ParameterizedTest
  @EnumSource
  void overTlsIsForThisHostAlone(SessionCookie cookie) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookie.set(request(true), response, TOKEN);
    String[] set = attributes(response);
    assertThat(set[0]).startsWith("__Host-zhixin").endsWith("=" + TOKEN.value());
    assertThat(set)
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .noneMatch(each -> each.startsWith("Domain") || each.startsWith("Max-Age"));
  }

  @ParameterizedTest
  @EnumSource
  void withoutTlsHasNoNameThatBrowsersWouldRefuse(SessionCookie cookie) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookie.set(request(false), response, TOKEN, Duration.ofHours(8));
    String[] set = attributes(response);
    assertThat(set[0]).startsWith("zhixin");
    assertThat(set)
        .contains("Path=/", "HttpOnly", "SameSite=Strict", "Max-Age=28800")
        .doesNotContain("Secure");
  }

  @ParameterizedTest
  @EnumSource
  void removesWhatItSet(SessionCookie cookie) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookie.remove(request(true), response);
    assertThat(attributes(response))
        .contains("Max-Age=0", "Path=/", "Secure", "HttpOnly", "SameSite=Strict");
    assertThat(attributes(response)[0]).startsWith("__Host-zhixin").endsWith("=");
  }

  @ParameterizedTest
  @EnumSource
  void readsOnlyItsOwn(SessionCookie cookie) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookie.set(request(true), response, TOKEN);
    String name = attributes(response)[0].split("=", 2)[0];
    Cookie own = new Cookie(name, TOKEN.value());

    MockHttpServletRequest secure = request(true);
    assertThat(cookie.read(secure)).isEmpty();
    secure.setCookies(new Cookie(name, ""), new Cookie("zhixin", "planted"), own);
    assertThat(cookie.read(secure)).hasValue(TOKEN);
    // what a plain connection could have planted counts for nothing under TLS
    secure.setCookies(new Cookie("zhixin", "planted"), new Cookie("zhixin-holder", "planted"));
    assertThat(cookie.read(secure)).isEmpty();

    MockHttpServletRequest plain = request(false);
    plain.setCookies(own);
    assertThat(cookie.read(plain)).isEmpty();
  }
}
