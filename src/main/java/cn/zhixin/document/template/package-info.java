/**
 * Certificate layouts as people draw them: an SVG in millimetres with slots, and a manifest.
 *
 * <p>Reads and checks; draws nothing and knows nothing of PDF. What is not understood is an error
 * with file and line, never skipped: a certificate that silently lacks an ornament or a field is
 * worse than a template that does not load. Everything here is immutable once read.
 */
@NullMarked
package cn.zhixin.document.template;

import org.jspecify.annotations.NullMarked;
