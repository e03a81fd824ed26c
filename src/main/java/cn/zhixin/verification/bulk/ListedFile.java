package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;

/**
 * One file of an archive.
 *
 * @param name as the archive has it, to be shown and never to be used as a path
 */
public record ListedFile(String name, Bytes content) {
  /** Not the name, which often is the holder's. */
  @Override
  public String toString() {
    return "ListedFile[" + content.size() + " bytes]";
  }
}
