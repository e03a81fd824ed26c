/**
 * The page behind the QR, the public API, the home page with its form, and the page about the
 * public ledger.
 *
 * <p>Shows no identity number, photo or reason of a revocation; repeats nothing of what a forged QR
 * claims. Pages need no script, no cookie and no second request; only the ledger's finder of a
 * certificate's entry is a script, which sends nothing of the file it is given.
 */
@NullMarked
package cn.zhixin.verification.web;

import org.jspecify.annotations.NullMarked;
