package cn.zhixin.verification.panel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;

/** Which organisation's member opens a share, if he is signed in. */
@FunctionalInterface
interface Visitors {
  OptionalLong organisation(HttpServletRequest request);
}
