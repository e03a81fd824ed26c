/**
 * Reads a finished certificate back from its bytes and refuses whatever is not built as one: a file
 * wholly covered by one signature that permits no change.
 *
 * <p>It does not verify the signature: it hands out the digest that the CMS must have signed. A
 * file that comes out of here differs from what was signed in nothing but, perhaps, the CMS itself.
 *
 * <p>Size, compression ratio and page count are bounded before PDFBox sees a file, and nothing that
 * PDFBox throws gets out. Files of strangers are nevertheless best read outside of a process that
 * has something to lose.
 */
@NamedInterface("reading")
@NullMarked
package cn.zhixin.document.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
