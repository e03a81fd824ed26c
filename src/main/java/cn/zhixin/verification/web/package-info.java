/**
 * The page behind the QR, the public API, the home page with its form, the page that scans, and the
 * page about the public ledger.
 *
 * <p>Shows no identity number, photo or reason of a revocation; repeats nothing of what a forged QR
 * claims. Pages need no script, no cookie and no second request. What scripts do, they do on the
 * reader's device: compare a QR's fragment, find a symbol in a picture, find a certificate's entry
 * in the ledger; nothing of the fragment, picture or file is sent.
 */
@NullMarked
package cn.zhixin.verification.web;

import org.jspecify.annotations.NullMarked;
