package cn.zhixin;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Why the database of {@code zhixin.database.url} lets nobody in, as far as its SQLState tells
 * (PostgreSQL, appendix A).
 */
final class DatabaseFault {
  private static final String STANDBY =
      "数据库 %1$s 是只读的备库，可能落后于主库；请把 zhixin.database.url 指向主库 /"
          + " the database %1$s is a standby, read-only, which may lag behind: have"
          + " zhixin.database.url lead to the primary";

  private DatabaseFault() {}

  /** What its settings have to do with a problem; the problem itself where that is unknown. */
  static RuntimeException of(RuntimeException problem, Environment environment) {
    String address = environment.getProperty(PlaceChecks.DATABASE_URL, "");
    boolean used = address.equals(environment.getProperty("spring.datasource.url", address));
    if (!StringUtils.hasText(address) || !used) {
      return problem;
    }
    String user = environment.getProperty("zhixin.database.user", "zhixin");
    @Nullable String sentence = isStandby(problem) ? STANDBY : sentence(state(problem));
    return sentence == null
        ? problem
        : new StartChecks.CannotStart(String.format(sentence, ShownAddress.of(address), user));
  }

  private static @Nullable String sentence(String state) {
    return switch (state) {
      case "08001", "08006" ->
          "连不上数据库 %1$s；请核对 zhixin.database.url 里的主机和端口，以及数据库是否在运行、能否从这里访问 /"
              + " the database %1$s cannot be reached: look at host and port of"
              + " zhixin.database.url, and whether it runs and lets this machine connect";
      case "08004", "28000", "28P01" ->
          "数据库 %1$s 拒绝用户 %2$s 登录；请核对 zhixin.database.user 和 zhixin.database.password，"
              + "以及数据库的 pg_hba.conf /"
              + " the database %1$s refuses the login of the user %2$s: look at"
              + " zhixin.database.user and zhixin.database.password, and at the database's"
              + " pg_hba.conf";
      case "3D000" ->
          "服务器上没有数据库 %1$s；请先建立它，或改正 zhixin.database.url 末尾的名称 /"
              + " the server has no database %1$s: create it first, or correct the name at the"
              + " end of zhixin.database.url";
      default -> null;
    };
  }

  /** The driver has no other sign for it than what it was told to ask for. */
  private static boolean isStandby(Throwable problem) {
    for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException
          && String.valueOf(cause.getMessage()).contains("targetServerType")) {
        return true;
      }
    }
    return false;
  }

  /** Of the innermost exception that has one. */
  private static String state(Throwable problem) {
    String state = "";
    for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal && refusal.getSQLState() != null) {
        state = refusal.getSQLState();
      }
    }
    return state;
  }
}
