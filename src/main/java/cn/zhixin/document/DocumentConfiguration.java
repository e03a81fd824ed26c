package cn.zhixin.document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Finds the templates; the rest of the room knows no Spring. Read where somebody draws: a node that
 * only answers holds no fonts in its memory.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentProperties.class)
class DocumentConfiguration {
  @Bean
  DocumentTemplates documentTemplates(DocumentProperties properties) {
    return properties.templates().isEmpty()
        ? DocumentTemplates.bundled()
        : DocumentTemplates.in(Path.of(properties.templates()));
  }

  /** The template used where a batch names none; a fault in it stops an office's start. */
  @Bean
  DocumentTemplate defaultDocumentTemplate(
      DocumentTemplates templates, DocumentProperties properties)
      throws IOException, MalformedTemplate {
    String name = properties.template();
    try {
      return templates.load(name);
    } catch (FileNotFoundException | NoSuchFileException e) {
      String missing = e.getMessage();
      throw new IllegalArgumentException(
          String.format(
              "没有证书模板“%s”，或它缺少文件（%s）；请核对 zhixin.document.template 和"
                  + " zhixin.document.templates /"
                  + " there is no certificate template “%s”, or it lacks a file (%s): look at"
                  + " zhixin.document.template and zhixin.document.templates",
              name, missing, name, missing));
    }
  }
}
