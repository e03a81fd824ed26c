package cn.zhixin.issuance;

import cn.zhixin.catalogue.Issuer;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.document.MalformedTemplate;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Templates compiled for the authorities that issue with them, each once. Safe for all threads. */
final class Layouts {
  private final DocumentTemplates templates;
  private final TemplateNames names;
  private final QrAddress address;
  private final Map<Layout, CompiledTemplate> compiled = new ConcurrentHashMap<>();

  Layouts(DocumentTemplates templates, TemplateNames names, QrAddress address) {
    this.templates = templates;
    this.names = names;
    this.address = address;
  }

  /**
   * Whether there is a template of that name.
   *
   * @throws LayoutUnusable if there is one and it cannot be read
   */
  boolean exists(String template) {
    try {
      templates.load(template);
      return true;
    } catch (FileNotFoundException | java.nio.file.NoSuchFileException e) {
      return false;
    } catch (IOException | MalformedTemplate e) {
      throw new LayoutUnusable(template, e);
    }
  }

  List<String> names() {
    try {
      return names.all();
    } catch (IOException e) {
      throw new LayoutUnusable("folder", e);
    }
  }

  CompiledTemplate of(String template, Issuer issuer) {
    return compiled.computeIfAbsent(new Layout(template, issuer), this::compile);
  }

  private CompiledTemplate compile(Layout layout) {
    try {
      return templates
          .load(layout.template())
          .compile(
              layout.issuer().name(),
              Map.of(
                  "address", address.typed(),
                  "issuerEnglish", layout.issuer().englishName()));
    } catch (IOException | MalformedTemplate | ContentRefused e) {
      throw new LayoutUnusable(layout.template(), e);
    }
  }

  private record Layout(String template, Issuer issuer) {}

  /** A template cannot be used; its author has to mend it. */
  static final class LayoutUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    LayoutUnusable(String template, Throwable cause) {
      super("template " + template + " cannot be used: " + cause.getMessage(), cause);
    }
  }
}
