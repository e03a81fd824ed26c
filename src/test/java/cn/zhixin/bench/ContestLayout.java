package cn.zhixin.bench;

import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.document.template.TemplateDrawing;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The layout in which all contests issue. */
public final class ContestLayout {
  static final String TEMPLATE = "official-landscape";
  public static final String ISSUER = "威海市人力资源和社会保障局";
  static final Map<String, String> FIXED_TEXTS = Map.of("address", "zc.weihai.example");

  private ContestLayout() {}

  public static CompiledTemplate compile() throws Exception {
    return DocumentTemplates.bundled().load(TEMPLATE).compile(ISSUER, FIXED_TEXTS);
  }

  /** Every value that all certificates share. */
  public static Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>(FIXED_TEXTS);
    texts.put("issuer", ISSUER);
    return texts;
  }

  public static TemplateDrawing drawing() throws Exception {
    return TemplateDrawing.read(ContestLayout::read);
  }

  private static byte[] read(String file) throws IOException {
    String path = "certificate-templates/" + TEMPLATE + "/" + file;
    try (InputStream in = ContestLayout.class.getClassLoader().getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }
}
