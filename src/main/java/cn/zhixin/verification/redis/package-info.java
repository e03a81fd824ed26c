/**
 * A Redis as a cache, asked from event loops: what is asked for on a loop of the front is answered
 * on that loop, over a connection of its own.
 *
 * <p>Knows keys and values only. Redis being down, slow or strange is nothing found, soon: no loop
 * ever waits, and a connection on which one reply was late or not understood is used no more, so
 * that nobody gets another's reply.
 */
@NullMarked
package cn.zhixin.verification.redis;

import org.jspecify.annotations.NullMarked;
