/**
 * Draws a certificate's page into a new document with a stamp, attaches the certificate's file, and
 * signs.
 *
 * <p>The certificate's file is never edited: its signature permits no change, and holds for the
 * attachment. What comes out is no certificate, and says so to {@code document.reading}.
 */
@NullMarked
package cn.zhixin.document.stamping;

import org.jspecify.annotations.NullMarked;
