/**
 * C2SP signed notes: checkpoints, their signatures and cosignatures, and the keys by which they are
 * known.
 *
 * <p>A note's text is to be ignored unless a trusted key signed it. Of the signature types those
 * three are taken that this ledger and its witnesses write: Ed25519 (0x01), the Ed25519 cosignature
 * with a time (0x04) and the ML-DSA-44 cosignature (0x06).
 */
@NamedInterface("note")
@NullMarked
package cn.zhixin.ledger.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
