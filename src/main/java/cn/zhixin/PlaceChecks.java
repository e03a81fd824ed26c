package cn.zhixin;

import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.catalogue.MalformedCatalogue;
import cn.zhixin.encoding.WrongValue;
import cn.zhixin.role.Role;
import cn.zhixin.role.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Looks at where data is to lie and is read from, of the service as of commands, before anything is
 * put there and database and Redis are started for nothing.
 */
final class PlaceChecks
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
  static final String DATABASE_URL = "zhixin.database.url";

  private static final String POSTGRESQL = "jdbc:postgresql:";

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    require(context.getEnvironment());
  }

  private static void require(Environment environment) {
    String database = environment.getProperty(DATABASE_URL, "");
    if (StringUtils.hasText(database) && !database.startsWith(POSTGRESQL)) {
      throw new StartChecks.CannotStart(
          WrongValue.of(
              DATABASE_URL,
              "应为 jdbc:postgresql://主机:端口/数据库名",
              "is jdbc:postgresql://host:port/name",
              ShownAddress.of(database)));
    }
    String home = environment.getProperty("zhixin.home", "zhixin-data");
    if (home.isBlank()) {
      throw new StartChecks.CannotStart(
          "zhixin.home 是空的；请写上数据文件夹的路径，或去掉这项设置 /"
              + " zhixin.home is empty: give it the path of the data folder, or leave it out");
    }
    requireFolder(Path.of(home).toAbsolutePath(), writesHome(environment));
    TimeConfiguration.zone(
        environment.getProperty(TimeConfiguration.SETTING, TimeConfiguration.USUAL));
    requireCatalogue(environment.getProperty("zhixin.catalogue.folder", ""));
  }

  private static void requireCatalogue(String folder) {
    if (folder.isBlank()) {
      return;
    }
    try {
      CatalogueFiles files = CatalogueFiles.in(Path.of(folder));
      files.catalogue();
      files.divisions();
    } catch (MalformedCatalogue e) {
      StartChecks.CannotStart malformed =
          new StartChecks.CannotStart(String.valueOf(e.getMessage()));
      malformed.initCause(e);
      throw malformed;
    } catch (IOException e) {
      // without words of its own: the cause says which file
      throw new UncheckedIOException(null, e);
    }
  }

  /** A node that only answers may have it read-only, or not at all. */
  private static boolean writesHome(Environment environment) {
    return Roles.of(environment).have(Role.OFFICE)
        || !StringUtils.hasText(environment.getProperty(DATABASE_URL));
  }

  private static void requireFolder(Path home, boolean written) {
    Path there = home;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new StartChecks.CannotStart(
          String.format(
              "zhixin.home 应为文件夹，现在是“%s”，而 %s 是文件；请换一个位置，如 %s /"
                  + " zhixin.home is a folder, not “%s”: %s is a file; name another place, such as"
                  + " %s",
              home, there, elsewhere(true), home, there, elsewhere(false)));
    }
    if (written && !Files.isWritable(there)) {
      throw new StartChecks.CannotStart(
          String.format(
              "zhixin.home 现在是“%s”，但 %s 不可写；请把写权限给运行本程序的用户，或换一个位置，如 %s /"
                  + " zhixin.home is “%s”, but %s cannot be written to: allow it to the user that"
                  + " runs this program, or name another place, such as %s",
              home, there, elsewhere(true), home, there, elsewhere(false)));
    }
  }

  private static String elsewhere(boolean chinese) {
    return chinese
        ? "--zhixin.home=/var/lib/zhixin（命令：-Dzhixin.home=…）"
        : "--zhixin.home=/var/lib/zhixin (commands: -Dzhixin.home=…)";
  }
}
