package cn.zhixin.document.pdf;

import cn.zhixin.document.MalformedTemplate;
import cn.zhixin.document.font.FontChain;
import cn.zhixin.document.font.FontFace;
import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.template.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The families of a template; a file that is in several families is one face. */
final class PageFonts {
  private final Map<String, PageFamily> families = new HashMap<>();
  private final List<PageFace> faces = new ArrayList<>();

  static PageFonts load(Manifest manifest, FontLibrary library) throws MalformedTemplate {
    PageFonts fonts = new PageFonts();
    Map<FontFace, PageFace> known = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> family : manifest.fonts().entrySet()) {
      try {
        FontChain chain = library.chain(family.getKey(), family.getValue());
        List<PageFace> members = new ArrayList<>();
        for (FontFace face : chain.faces()) {
          members.add(known.computeIfAbsent(face, f -> new PageFace(known.size(), f)));
        }
        fonts.families.put(family.getKey(), new PageFamily(members));
      } catch (IOException e) {
        throw new MalformedTemplate(
            Manifest.FILE, 0, "fonts." + family.getKey() + ": " + e.getMessage(), e);
      }
    }
    fonts.faces.addAll(known.values());
    return fonts;
  }

  /** A family that the manifest is known to have. */
  PageFamily family(String name) {
    PageFamily family = families.get(name);
    if (family == null) {
      throw new IllegalStateException("no family " + name);
    }
    return family;
  }

  /** By their index. */
  List<PageFace> faces() {
    return faces;
  }
}
