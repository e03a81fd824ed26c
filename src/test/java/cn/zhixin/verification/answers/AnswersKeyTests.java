package cn.zhixin.verification.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhixin.encoding.Bytes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersKeyTests {
  @TempDir private Path home;

  @Test
  void isTheOneThatIsConfigured() throws Exception {
    assertThat(AnswersKey.of("sixteen or longer", home))
        .isEqualTo(Bytes.ofUtf8("sixteen or longer"));
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void mayNotBeShortAndIsNotToldThen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswersKey.of("fifteen letters", home))
        .withMessageContaining("至少 16 字节")
        .withMessageContaining("at least 16 bytes")
        .withMessageNotContaining("fifteen letters");
  }

  @Test
  void isOtherwiseTheHomesOwn() throws Exception {
    Bytes made = AnswersKey.of("", home);
    assertThat(made.size()).isEqualTo(32);
    assertThat(AnswersKey.of("", home)).isEqualTo(made);
  }
}
