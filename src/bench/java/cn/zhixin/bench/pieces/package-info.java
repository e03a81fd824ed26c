/**
 * Pieces of issuing and verifying, each on its own under JMH: what one costs, not how many
 * certificates a machine makes.
 *
 * <p>All work on one certificate of the ordinary set; {@code mvn -Pbench -Dbench=pieces verify}
 * runs them in turn and writes {@code target/bench/pieces.json}.
 */
@NullMarked
package cn.zhixin.bench.pieces;

import org.jspecify.annotations.NullMarked;
