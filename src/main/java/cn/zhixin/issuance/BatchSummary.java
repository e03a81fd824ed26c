package cn.zhixin.issuance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch has come.
 *
 * @param rows all of them
 * @param done that have a certificate, or conflict with one
 * @param waiting that will be issued by the next start
 * @param failure why the last try of a waiting chunk failed
 * @param voidedAt when the rows that waited then were given up
 */
public record BatchSummary(
    Batch batch,
    int rows,
    int done,
    int waiting,
    @Nullable String failure,
    @Nullable Instant voidedAt,
    @Nullable String voidReason) {}
