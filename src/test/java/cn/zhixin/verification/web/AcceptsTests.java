package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AcceptsTests {
  /** Header; JSON rather than a page; a page where programs mostly ask; JSON rather than PDF. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                                                | json | json | json
          APPLICATION/JSON ; charset=utf-8                                | json | json | json
          application/problem+json                                        | json | json | json
          application/json, text/html                                     | page | page | json
          text/html, application/json;q=0.9                               | page | page | json
          text/html;q=0.1, application/json                               | json | json | json
          text/html;q=0.5, application/json;q=0.50                        | page | page | json
          text/html;q=0.001, application/json;q=0.002                     | json | json | json
          text/html; q = 0.1, application/json                            | page | page | json
          text/html;Q=0.1;v=1, application/json;v=1;q=0.2                 | json | json | json
          text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | page | page | pdf
          */*                                                             | page | json | pdf
          application/*                                                   | json | json | pdf
          text/*                                                          | page | page | pdf
          text/*;q=0.4, application/json;q=0.3                            | page | page | json
          application/json;q=0                                            | page | page | pdf
          application/json;q=0.000, */*                                   | page | page | pdf
          application/json;q=0, application/problem+json                  | page | page | pdf
          */*, text/html;q=0                                              | json | json | pdf
          application/*;q=0.2, application/json;q=0.1                     | json | json | pdf
          application/pdf, application/json;q=0.9                         | json | json | pdf
          application/json;q=2, text/html;q=0.9                           | json | json | json
          image/png                                                       | page | json | pdf
          json                                                            | page | json | pdf
          /json, ;q=1, ,                                                  | page | json | pdf
          """)
  void weighsMediaRanges(String header, String first, String atTheApi, String receipt) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept", header);
    assertThat(Accepts.json(request)).isEqualTo(first.equals("json"));
    assertThat(Accepts.html(request)).isEqualTo(atTheApi.equals("page"));
    assertThat(Accepts.jsonBeforePdf(request)).isEqualTo(receipt.equals("json"));
  }

  @ParameterizedTest
  @CsvSource({"application/json;q=0.5,text/html,false", "text/html;q=0.5,application/json,true"})
  void readsTwoHeadersAsOneList(String one, String other, boolean json) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept", one);
    request.addHeader("Accept", other);
    assertThat(Accepts.json(request)).isEqualTo(json);
    assertThat(Accepts.json(new MockHttpServletRequest())).isFalse();
    assertThat(Accepts.html(new MockHttpServletRequest())).isFalse();
  }
}
