/**
 * The page behind the QR, the public API, and the home page with its form.
 *
 * <p>Shows no identity number, photo or reason of a revocation; repeats nothing of what a forged QR
 * claims. Pages need no script, no cookie and no second request.
 */
@NullMarked
package cn.zhixin.verification.web;

import org.jspecify.annotations.NullMarked;
