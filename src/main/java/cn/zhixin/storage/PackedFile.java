package cn.zhixin.storage;

/**
 * Where a file lies in a pack.
 *
 * @param pack name of the pack below its root, with slashes
 * @param position of the file's first byte in the pack
 * @param size in bytes, at least 1
 */
public record PackedFile(String pack, long position, int size) {
  public PackedFile {
    if (pack.isEmpty() || position < 0 || size < 1) {
      throw new IllegalArgumentException(
          "no place in a pack: " + pack + " " + position + " " + size);
    }
  }
}
