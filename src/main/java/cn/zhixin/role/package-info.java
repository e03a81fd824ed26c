/**
 * Which parts a node plays ({@code zhixin.roles}): it issues, answers, or both. Rooms ask here what
 * belongs to this node.
 *
 * <p>Knows nothing of what a role does, and lets words pass that are no role: the start refuses
 * them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhixin.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
