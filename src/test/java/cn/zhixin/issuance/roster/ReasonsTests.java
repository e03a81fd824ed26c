package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.IdentityRefusal;
import cn.zhixin.catalogue.NameRefusal;
import cn.zhixin.catalogue.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTests {
  private static final List<Reason> ALL =
      Stream.<Reason[]>of(
              NameRefusal.values(),
              IdentityRefusal.values(),
              RosterReason.values(),
              RosterFault.values())
          .flatMap(Arrays::stream)
          .toList();

  @Test
  void eachReasonHasACodeOfItsOwn() {
    assertThat(ALL)
        .extracting(Reason::code)
        .doesNotHaveDuplicates()
        .allMatch(c -> c.matches("[a-z]+\\.[a-z-]+"));
  }

  @Test
  void bothLanguagesNameTheSameThings() {
    for (Reason reason : ALL) {
      for (var sentence : List.of(reason.sentence(), reason.remedy())) {
        assertThat(sentence.chinese().split("%s", -1))
            .as(reason.code())
            .hasSameSizeAs(sentence.english().split("%s", -1));
        assertThat(sentence.chinese()).matches(".*\\p{IsHan}.*");
        assertThat(sentence.english()).isNotBlank();
      }
    }
  }
}
