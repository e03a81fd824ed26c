/**
 * Witnesses of the ledger, both sides of C2SP tlog-witness: one that cosigns checkpoints of logs it
 * knows, and the log's asking for such cosignatures.
 *
 * <p>A witness never cosigns two checkpoints of which the later does not continue the earlier, also
 * when it is killed at any instant: what it cosigns is durable before it answers. A log takes from
 * a witness nothing that it has not verified. Whether enough have signed is not judged here but by
 * {@code CheckpointPolicy}. Checkpoints with extension lines are refused: nobody could audit them.
 */
@NullMarked
package cn.zhixin.ledger.witness;

import org.jspecify.annotations.NullMarked;
