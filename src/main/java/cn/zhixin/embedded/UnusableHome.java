package cn.zhixin.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** The folder of {@code zhixin.home} cannot be made, read or written; the cause says why. */
public class UnusableHome extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableHome(Path home, IOException cause) {
    super(
        String.format(
            "zhixin.home 的文件夹“%s”不能建立或使用；请换一个位置，如 --zhixin.home=/var/lib/zhixin /"
                + " the folder “%s” of zhixin.home cannot be made or used: name another place, such"
                + " as --zhixin.home=/var/lib/zhixin",
            home, home),
        cause);
  }
}
