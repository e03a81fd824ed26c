package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThatCode;

import cn.zhixin.sheet.SheetFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetFaultTests {
  @ParameterizedTest
  @EnumSource
  void hasANamesakeWithSentenceAndRemedy(SheetFault fault) {
    assertThatCode(() -> RosterFault.valueOf(fault.name())).doesNotThrowAnyException();
  }
}
