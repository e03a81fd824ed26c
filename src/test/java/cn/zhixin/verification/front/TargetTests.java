package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "-",
      value = {
        "/api/v1?x=http://b/c /api/v1?x=http://b/c -",
        "http://a.example:8080/api/v1?x /api/v1?x a.example:8080",
        "https://[::1]:1/x /x [::1]:1",
        "http://a.example / a.example",
        "http://a.example?x=1 / a.example",
        "http://a.example#x / a.example",
        "* * -",
        "a.example:443 a.example:443 -"
      })
  void areMadeOfHostAndPath(String target, String path, String authority) {
    assertThat(Target.path(target)).isEqualTo(path);
    assertThat(Target.authority(target)).isEqualTo(authority);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "GET /api/x HTTP/1.1 |/api/x",
        "  GET\t/api/x|/api/x",
        "GET /api/x?a=b c HTTP/1.1|/api/x?a=b",
        "GET|''",
        "GET |''"
      })
  void areFoundInABrokenLine(String line, String target) {
    ByteBuf bytes =
        Unpooled.copiedBuffer("before\r\n" + line + "\nHost: /x y", StandardCharsets.US_ASCII);
    assertThat(Target.ofBrokenLine(bytes, 6)).isEqualTo(target);
  }
}
