package cn.zhixin.ledger;

import java.time.Instant;

/**
 * Where an event stands in the ledger; it never changes.
 *
 * @param index zero-based
 * @param at time of entry, in milliseconds
 */
public record LedgerPlace(long index, Instant at) {}
