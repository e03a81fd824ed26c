/**
 * Whether a cached answer may still be given: a node's map of current versions and the lease that
 * says how long the map may be relied on.
 *
 * <p>No clocks of two machines are compared and no message is relied on: while a lease holds, no
 * change of state has been acknowledged to its writer that the map does not know. The rules are
 * pure functions ({@link Lease}, {@link FreshnessRules}); threads and clocks are kept apart from
 * them.
 */
@NullMarked
package cn.zhixin.verification.freshness;

import org.jspecify.annotations.NullMarked;
