package cn.zhixin.verification;

import cn.zhixin.role.ConditionalOnRole;
import cn.zhixin.role.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what only a node with the role {@code public} has. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnRole(Role.PUBLIC)
public @interface PublicRole {}
