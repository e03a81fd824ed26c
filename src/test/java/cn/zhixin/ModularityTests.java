package cn.zhixin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
  @Test
  void everyRoomLooksOnlyWhereItMay() {
    ApplicationModules.of(Zhixin.class).verify();
  }
}
