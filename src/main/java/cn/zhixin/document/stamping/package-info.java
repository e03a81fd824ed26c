/**
 * Makes a new document of a certificate's page, tags and all, and a stamp, attaches the
 * certificate's file, and signs: PDF/A-3a and PDF/UA-1, as the certificate is.
 *
 * <p>The certificate's file is never edited: its signature permits no change, and holds for the
 * attachment. What comes out is no certificate, and says so to {@code document.reading}.
 */
@NullMarked
package cn.zhixin.document.stamping;

import org.jspecify.annotations.NullMarked;
