/**
 * The holder's page and the page behind a share's link; both work without script.
 *
 * <p>Nothing is done on a request that another site made: every form carries a token of its
 * session, and its origin is checked. No identity number is echoed, logged or part of an address.
 */
@NullMarked
package cn.zhixin.verification.panel.web;

import org.jspecify.annotations.NullMarked;
