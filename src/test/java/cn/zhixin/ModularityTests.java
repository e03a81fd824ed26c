package cn.zhixin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * No package of the tests may have a {@code package-info} where the program has one: it would hide
 * the room's borders from this check.
 */
class ModularityTests {
  @Test
  void everyRoomLooksOnlyWhereItMay() {
    ApplicationModules.of(Zhixin.class).verify();
  }
}
