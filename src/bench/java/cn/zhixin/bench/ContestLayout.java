package cn.zhixin.bench;

import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentTemplates;
import java.util.Map;

/** The layout in which all contests issue. */
final class ContestLayout {
  static final String TEMPLATE = "official-landscape";
  static final String ISSUER = "威海市人力资源和社会保障局";
  static final Map<String, String> FIXED_TEXTS = Map.of("address", "zc.weihai.example");

  private ContestLayout() {}

  static CompiledTemplate compile() throws Exception {
    return DocumentTemplates.bundled().load(TEMPLATE).compile(ISSUER, FIXED_TEXTS);
  }
}
