package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTests {
  private static TestRegistry registry;
  private static Certificate issued;

  @BeforeAll
  static void issue() {
    registry = new TestRegistry();
    issued = registry.issued(Results.person(1));
    registry.register(List.of(Results.person(2)));
  }

  @AfterAll
  static void close() {
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update certificate_event set kind = 'RESUMED'",
        "update certificate_event set at = now()",
        "delete from certificate_event",
        "truncate certificate_event",
        "update certificate set number = '4711' || id",
        "update certificate set code = translate(code, '0123456789', '1234567890')",
        "update certificate set credential = '\\x00'",
        "update certificate set holder_name = '张三'",
        "update certificate set document_number = 'X' || id",
        "update certificate_event set document_digest = sha256('')",
        "update certificate_event set document_position = 7",
        "update certificate set employer = 'x'",
        "delete from certificate",
        "truncate certificate cascade",
        "update feed_position set last = last - 1",
        "delete from feed_position",
        "update number_serial set last = last - 1",
        "delete from number_serial",
        "truncate number_serial"
      })
  void thePastCannotBeChanged(String sql) {
    assertThatThrownBy(() -> registry.jdbc.sql(sql).update())
        .rootCause()
        .hasMessageMatching("(?s).*(append-only|goes up).*");
    assertThat(registry.read(issued)).isEqualTo(issued);
    assertThat(registry.count("certificate")).isEqualTo(2);
  }

  @Test
  void aSecondFeedPositionCannotBe() {
    assertThatThrownBy(
            () -> registry.jdbc.sql("insert into feed_position values (true, 9)").update())
        .rootCause()
        .hasMessageContaining("duplicate key");
  }
}
