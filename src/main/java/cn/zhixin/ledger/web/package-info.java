/**
 * The ledger as everybody may read it: the last checkpoint, tiles and bundles of entries (C2SP
 * tlog-tiles), below {@code /ledger}.
 *
 * <p>Serves what lies under a published checkpoint and nothing else; no part of a request reaches
 * the file system but a {@link cn.zhixin.ledger.tile.Tile}. The page for people at {@code /ledger}
 * is verification's.
 */
@NullMarked
package cn.zhixin.ledger.web;

import org.jspecify.annotations.NullMarked;
