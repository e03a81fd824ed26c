/**
 * TrueType fonts: reading them (bare or as WOFF), which of them has a character, subsets of them.
 *
 * <p>No hinting and no shaping: each character is one glyph at its own advance width. That is right
 * for Chinese and Latin text; scripts that need shaping are not set here. A font is read once and
 * then shared by all threads; a subset belongs to one thread.
 */
@NullMarked
package cn.zhixin.document.font;

import org.jspecify.annotations.NullMarked;
