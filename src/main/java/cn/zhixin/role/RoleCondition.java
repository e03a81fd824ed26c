package cn.zhixin.role;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the node has the role that {@link ConditionalOnRole} names. */
final class RoleCondition implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata marked) {
    Role role = marked.getAnnotations().get(ConditionalOnRole.class).getEnum("value", Role.class);
    return Roles.of(context.getEnvironment()).have(role);
  }
}
