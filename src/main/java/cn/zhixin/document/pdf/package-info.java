/**
 * Writes the certificate as a signed PDF 1.7 that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO
 * 14289-1).
 *
 * <p>What all certificates of a template share is compiled once into a prefix of fixed bytes whose
 * SHA-256 state is kept; for each certificate only what differs is written and hashed. It signs
 * nothing itself: a {@link cn.zhixin.document.DocumentSigner} is asked for the CMS. Invariant: the
 * same content gives the same bytes but for the signature.
 */
@NullMarked
package cn.zhixin.document.pdf;

import org.jspecify.annotations.NullMarked;
