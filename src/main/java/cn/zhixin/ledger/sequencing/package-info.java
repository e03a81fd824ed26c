/**
 * Gives waiting entries their places and publishes checkpoints.
 *
 * <p>The database gives the index, gapless and once; the tiles are a pure function of the numbered
 * entries; a checkpoint is signed only for entries whose places are committed, and is published
 * only when everything under it is durable, by an insert that the database refuses unless it moves
 * forward. So whoever is killed, paused or comes back can neither fork the log nor roll it back.
 */
@NullMarked
package cn.zhixin.ledger.sequencing;

import org.jspecify.annotations.NullMarked;
