/**
 * What the service does again and again beside its requests, on threads that it waits for when it
 * stops.
 *
 * <p>Knows nothing of what is done, and keeps no calendar: a step itself decides whether it is due.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhixin.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
