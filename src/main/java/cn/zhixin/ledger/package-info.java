/**
 * The public ledger: an append-only Merkle log (RFC 6962) of every issue, suspension, resumption,
 * correction, revocation and cancellation, served as C2SP tlog-tiles with signed checkpoints.
 *
 * <p>Whoever holds the issuing key and the database can still not add, change, backdate or remove
 * anything in silence: it would show in the log, and the log cannot be bent without contradicting a
 * checkpoint that somebody has. A leaf holds salted digests only, nothing personal. Knows nothing
 * of certificates: a subject is a digest, an event a kind.
 */
@ApplicationModule(allowedDependencies = {"background", "encoding", "role", "signing", "storage"})
@NullMarked
package cn.zhixin.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
