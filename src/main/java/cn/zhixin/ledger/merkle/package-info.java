/**
 * The arithmetic of Merkle trees (RFC 6962 §2.1): hashes, roots, inclusion and consistency proofs.
 *
 * <p>Pure: reads the hashes of complete subtrees through {@link cn.zhixin.ledger.merkle.NodeReader}
 * and knows neither where they are kept nor what a leaf means. Lengths and ranges are checked
 * before anything is hashed.
 */
@NamedInterface("merkle")
@NullMarked
package cn.zhixin.ledger.merkle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
