package cn.zhixin.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the catalogue once at start, from {@code zhixin.catalogue.folder} if that is set. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
  @Bean
  CatalogueFiles catalogueFiles(@Value("${zhixin.catalogue.folder:}") String folder) {
    return folder.isBlank() ? CatalogueFiles.bundled() : CatalogueFiles.in(Path.of(folder));
  }

  @Bean
  Catalogue catalogue(CatalogueFiles files) throws IOException, MalformedCatalogue {
    return files.catalogue();
  }

  @Bean
  Divisions divisions(CatalogueFiles files) throws IOException, MalformedCatalogue {
    return files.divisions();
  }
}
