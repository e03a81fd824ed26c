/**
 * Sheets of Excel workbooks (.xlsx, ISO/IEC 29500) and of text in columns (CSV, RFC 4180), row by
 * row, whoever made the file and however much it claims to hold.
 *
 * <p>Gives no cell a meaning, finds no headings, writes nothing. A row is held only while it is
 * seen; every size is bounded before it is believed; a file ends in rows or in a {@code
 * MalformedSheet} that says where. No message holds what stands in a cell.
 */
@ApplicationModule(allowedDependencies = "encoding")
@NullMarked
package cn.zhixin.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
