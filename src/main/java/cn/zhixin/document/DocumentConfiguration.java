package cn.zhixin.document;

import java.io.IOException;
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
    return templates.load(properties.template());
  }
}
