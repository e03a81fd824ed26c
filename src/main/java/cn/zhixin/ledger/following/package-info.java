/**
 * Watching a ledger from outside, as a stranger does who trusts its public key and nothing else.
 *
 * <p>A {@link cn.zhixin.ledger.following.Follower} reads every entry that is new since it last
 * looked, makes the tree again and compares it with what is served and signed. What it has seen is
 * kept in a state file; an alarm never moves that state, so that the evidence stays. Works on a
 * ledger's address or on a folder of its files alike; knows no database and no certificates.
 */
@NamedInterface("following")
@NullMarked
package cn.zhixin.ledger.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
