package cn.zhixin.verification.panel.web;

import cn.zhixin.verification.HolderSite;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What every node of the {@link HolderSite} is told. */
final class HolderSettings {
  private HolderSettings() {}

  static void addTo(DynamicPropertyRegistry properties) {
    for (String setting : HolderSite.SETTINGS) {
      int equals = setting.indexOf('=');
      properties.add(setting.substring(0, equals), () -> setting.substring(equals + 1));
    }
    properties.add("zhixin.panel.documents", HolderSite.DOCUMENTS::toString);
  }
}
