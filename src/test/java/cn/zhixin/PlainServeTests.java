package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainServeTests {
  @Test
  void takesRolesWrittenEitherWayAsTheirProperty() {
    assertThat(properties("serve --roles public --server.port=9090"))
        .isEqualTo(properties("serve --server.port=9090 --roles=public"))
        .isEqualTo(List.of("--server.port=9090", "--zhixin.roles=public"));
  }

  @Test
  void keepsPropertiesAsTheyAre() {
    assertThat(properties("serve --zhixin.redis.url=redis://:a=b@127.0.0.1 --zhixin.ledger.key="))
        .containsExactly("--zhixin.redis.url=redis://:a=b@127.0.0.1", "--zhixin.ledger.key=");
    assertThat(properties("serve")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "verify --file.name=x",
        "--help",
        "serve --help",
        "serve -h",
        "serve --version",
        "serve --help=true",
        "serve --roles",
        "serve --roles=",
        "serve --roles --server.port=9090",
        "serve --roles office --roles public",
        "serve @arguments",
        "serve --roles @arguments",
        "serve public",
        "serve -- --server.port=9090",
        "serve --debug"
      })
  void leavesAllElseToTheCommandLine(String line) {
    assertThat(PlainServe.properties(words(line))).isEmpty();
  }

  private static List<String> properties(String line) {
    return PlainServe.properties(words(line)).orElseThrow();
  }

  private static String[] words(String line) {
    return line.isEmpty() ? new String[0] : line.split(" ", -1);
  }
}
