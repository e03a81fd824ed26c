package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.VerificationProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The headers are those that the named browsers send with a form. */
class OwnFormsTests {
  private static final String HERE = "http://10.0.3.7:8080";
  private static final String PUBLIC = "https://zc.example.cn";

  private final OwnForms forms = of(PUBLIC);

  private static OwnForms of(String publicAddress) {
    return new OwnForms(new VerificationProperties("", "", "", publicAddress));
  }

  /** A form that reaches the node as {@link #HERE}, over plain HTTP. */
  private static MockHttpServletRequest form(String... headers) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sign-in");
    request.addHeader("Host", "10.0.3.7:8080");
    for (int i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  @Test
  void takesWhatPresentBrowsersSendOverTls() {
    assertThat(forms.isOwn(form("Sec-Fetch-Site", "same-origin", "Origin", PUBLIC))).isTrue();
    // under no-referrer, as in a page kept from before
    assertThat(forms.isOwn(form("Sec-Fetch-Site", "same-origin", "Origin", "null"))).isTrue();
    // behind a proxy that hides the name which the browser asked for
    assertThat(forms.isOwn(form("Sec-Fetch-Site", "same-origin", "Origin", "https://lan.cn")))
        .isTrue();
    // sent anew from the browser's history
    assertThat(forms.isOwn(form("Sec-Fetch-Site", "none"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "", "SAME-ORIGIN", "same-origin, cross-site"})
  void believesTheBrowserMoreThanAnOrigin(String site) {
    assertThat(forms.isOwn(form("Sec-Fetch-Site", site, "Origin", HERE, "Referer", HERE + "/")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {HERE, "HTTP://10.0.3.7:8080", PUBLIC, "https://10.0.3.7:8080"})
  void takesTheOriginOfBrowsersThatSayNoMore(String origin) {
    // Safari before 16.4, WeChat's X5, and every browser over plain HTTP
    assertThat(forms.isOwn(form("Origin", origin))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://zc.example.cn.evil.example",
        "https://evil.example/?https://zc.example.cn",
        "https://zc.example.cn@evil.example",
        "https://zc.example.cn:8443",
        "http://zc.example.cn",
        "http://10.0.3.7",
        "http://10.0.3.7:80800",
        "10.0.3.7:8080",
        "//10.0.3.7:8080",
        "file://",
        "null",
        "",
        " ",
        "http://[",
        "http://10.0.3.7:8080 https://evil.example"
      })
  void refusesOtherOrigins(String origin) {
    assertThat(forms.isOwn(form("Origin", origin))).isFalse();
    assertThat(forms.isOwn(form("Referer", origin))).isFalse();
  }

  @Test
  void refusesSandboxedAndRedirectedFormsWhateverReferrerTheyTell() {
    // an in-app browser's frame without an origin, and a form sent on by another site
    assertThat(forms.isOwn(form("Origin", "null", "Referer", HERE + "/sign-in"))).isFalse();
    assertThat(forms.isOwn(form("Origin", "null", "Sec-Fetch-Site", "cross-site"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.3.7:8080/sign-in?lang=en, true",
    "https://zc.example.cn/, true",
    "https://evil.example/10.0.3.7:8080, false",
    "about:blank, false"
  })
  void goesByTheReferrerWhereThereIsNoOrigin(String referrer, boolean own) {
    // Internet Explorer 11 and what is built on it; Firefox before 70
    assertThat(forms.isOwn(form("Referer", referrer))).isEqualTo(own);
  }

  @Test
  void refusesProgramsThatSayNothing() {
    assertThat(forms.isOwn(form("User-Agent", "curl/8.9.1"))).isFalse();
    assertThat(forms.isOwn(new MockHttpServletRequest("POST", "/sign-in"))).isFalse();
  }

  @Test
  void takesNoPlainPageForOneUnderTls() {
    MockHttpServletRequest request = form("Origin", HERE);
    request.setSecure(true);
    assertThat(forms.isOwn(request)).isFalse();
  }

  @Test
  void anUnsetPublicAddressIsNobodysOrigin() {
    OwnForms unset = of("");
    assertThat(unset.isOwn(form("Origin", ""))).isFalse();
    assertThat(unset.isOwn(form("Origin", HERE))).isTrue();
  }
}
