package cn.zhixin.issuance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The names that a template can be asked for by: those of the folders that hold a manifest.
 *
 * @param folder of the templates; empty for those in the jar
 */
record TemplateNames(String folder) {
  private static final String MANIFEST = "/manifest.json";

  List<String> all() throws IOException {
    String place = folder.isEmpty() ? "classpath:certificate-templates" : "file:" + folder;
    List<String> names = new ArrayList<>();
    for (Resource manifest :
        new PathMatchingResourcePatternResolver().getResources(place + "/*" + MANIFEST)) {
      String path = manifest.getURL().getPath();
      String template = path.substring(0, path.length() - MANIFEST.length());
      names.add(template.substring(template.lastIndexOf('/') + 1));
    }
    return names.stream().sorted().toList();
  }
}
