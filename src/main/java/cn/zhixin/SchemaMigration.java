package cn.zhixin;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Brings the schema of this node's database up to date. One that another build made, or a newer one
 * migrated, is left as it is: writing to it by rules that are not its own could lose what was
 * issued.
 */
final class SchemaMigration implements FlywayMigrationStrategy {
  private static final Set<MigrationState> LATER =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private final Environment environment;

  SchemaMigration(Environment environment) {
    this.environment = environment;
  }

  /**
   * @throws StartChecks.CannotStart if the database lets nobody in, or its schema is not one that
   *     this program can bring up to date; nothing was changed
   */
  @Override
  public void migrate(Flyway flyway) {
    MigrationInfo[] found = found(flyway);
    if (Arrays.stream(found).allMatch(SchemaMigration::isDone)) {
      // to migrate would look at all of it a second time
      return;
    }
    if (Arrays.stream(found).anyMatch(each -> LATER.contains(each.getState()))) {
      throw new StartChecks.CannotStart(
          String.format(
              "%s 已由更新版本的程序升级，本程序不能使用，也没有改动它。%s /"
                  + " %s was migrated by a newer build of this program: this one cannot use it, and"
                  + " left it as it is. %s",
              place(true),
              wayOut(true, "请用升级它的那一版，或更新的一版。"),
              place(false),
              wayOut(false, "Use the build that migrated it, or a newer one.")));
    }
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new StartChecks.CannotStart(
          String.format(
              "%s 是另一个构建的程序建立的，结构与本程序的不同，本程序不能使用，也没有改动它。%s /"
                  + " %s was made by another build of this program, with a schema that is not this"
                  + " one's: this one cannot use it, and left it as it is. %s",
              place(true),
              wayOut(true, "请用建立它的那一版程序；不要修改它的 flyway_schema_history 表。"),
              place(false),
              wayOut(
                  false,
                  "Use the build that made it, and do not change its flyway_schema_history.")));
    }
  }

  /** As this program has it, too. */
  private static boolean isDone(MigrationInfo migration) {
    return migration.getState() == MigrationState.SUCCESS
        && migration.isChecksumMatching()
        && migration.isDescriptionMatching()
        && migration.isTypeMatching();
  }

  private MigrationInfo[] found(Flyway flyway) {
    try {
      return flyway.info().all();
    } catch (FlywayException e) {
      throw DatabaseFault.of(e, environment);
    }
  }

  private String place(boolean chinese) {
    String url = environment.getProperty(PlaceChecks.DATABASE_URL, "");
    if (StringUtils.hasText(url)) {
      return (chinese ? "数据库 " : "The database ") + ShownAddress.of(url);
    }
    Path home = Path.of(environment.getProperty("zhixin.home", "zhixin-data")).toAbsolutePath();
    return (chinese ? "数据文件夹 " : "The data folder ") + home.normalize();
  }

  /** Only what the demo made may be thrown away. */
  private String wayOut(boolean chinese, String sentence) {
    boolean own = !StringUtils.hasText(environment.getProperty(PlaceChecks.DATABASE_URL));
    if (!own || !environment.acceptsProfiles(Profiles.of("demo"))) {
      return sentence;
    }
    return chinese
        ? "里面是演示数据：请删除这个文件夹再启动，或用 --zhixin.home=另一文件夹（命令：-Dzhixin.home=…）。"
        : "It holds demo data: remove the folder and start again, or name another with"
            + " --zhixin.home=FOLDER (commands: -Dzhixin.home=…).";
  }
}
