/**
 * Is this file the certificate that was issued? A file that is byte for byte the released one gets
 * the certificate's present answer; any other is told from it, with the registry's fields beside
 * what the file shows.
 *
 * <p>Parses nothing itself ({@code worker} does, in processes of its own), keeps nothing of what it
 * is given, and logs nothing of it. Only a file that is as issued is ever {@code VALID}.
 */
@NullMarked
package cn.zhixin.verification.files;

import org.jspecify.annotations.NullMarked;
