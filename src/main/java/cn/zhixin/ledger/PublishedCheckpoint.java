package cn.zhixin.ledger;

import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.SignedNote;
import java.time.Instant;

/**
 * A checkpoint under which everything is durable.
 *
 * @param head its content
 * @param note as it is served
 */
public record PublishedCheckpoint(Checkpoint head, SignedNote note, Instant publishedAt) {}
