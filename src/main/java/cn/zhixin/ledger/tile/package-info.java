/**
 * The tree as C2SP tlog-tiles: which tiles a tree of some size has, how they are named, what is in
 * them, and a folder that keeps them.
 *
 * <p>A tile is a pure function of the numbered entries: written twice it is the same bytes, and a
 * tile that would differ from the one that is there is a broken invariant, never overwritten. A
 * tile is durable before {@code write} returns.
 */
@NamedInterface("tile")
@NullMarked
package cn.zhixin.ledger.tile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
