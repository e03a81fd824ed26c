/**
 * Keeping the door: how often one address or one API key may ask, counted for all nodes in Redis
 * and, while Redis does not answer, by each node for itself.
 *
 * <p>Decides nothing about certificates. A limit is never a reason to fail: whatever is broken, a
 * decision is made at once. No address, key or code is written to Redis, a log or a metric.
 */
@NullMarked
package cn.zhixin.verification.door;

import org.jspecify.annotations.NullMarked;
