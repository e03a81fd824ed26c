package cn.zhixin.ledger.following;

/** Is told of entries as they are read. */
@FunctionalInterface
public interface Progress {
  /**
   * @param done entries of the ledger that were read, those of earlier times among them
   * @param size entries that the ledger has
   */
  void read(long done, long size);
}
