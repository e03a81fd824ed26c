package cn.zhixin.role;

import java.util.Locale;

/** A part that a node plays. */
public enum Role {
  /** Issues, and changes what was issued. */
  OFFICE,
  /** Answers everybody. */
  PUBLIC;

  /** As {@code zhixin.roles} has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
