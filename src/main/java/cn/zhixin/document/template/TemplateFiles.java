package cn.zhixin.document.template;

import java.io.FileNotFoundException;
import java.io.IOException;

/** The files of one template's folder. */
@FunctionalInterface
public interface TemplateFiles {
  /**
   * A file's content.
   *
   * @param file plain name
   * @throws FileNotFoundException if the template has no such file
   */
  byte[] read(String file) throws IOException;
}
