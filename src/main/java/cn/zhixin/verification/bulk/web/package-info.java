/**
 * Lists of certificates over HTTP: for programs by API key, for people who signed in with one.
 *
 * <p>A browser's cookie opens no door of the API, and an API key none of the pages. No node keeps a
 * session. Another organisation's list does not exist.
 */
@NullMarked
package cn.zhixin.verification.bulk.web;

import org.jspecify.annotations.NullMarked;
