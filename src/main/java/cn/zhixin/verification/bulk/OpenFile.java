package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;

/**
 * A file that is to be looked into.
 *
 * @param first whether no earlier file of the list has the same bytes
 */
record OpenFile(int row, boolean first, Bytes content) {}
