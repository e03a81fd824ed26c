package cn.zhixin.verification.door;

import java.util.Optional;

/** Buckets that several nodes count in together. Never throws, never takes long. */
interface SharedBuckets extends AutoCloseable {
  /** Empty while the store does not answer. */
  Optional<Decision> take(Limit limit, Subject subject);

  /** Whether the store is left alone for now because it failed. */
  boolean leftAlone();

  @Override
  void close();

  /** For a node that has none. */
  static SharedBuckets none() {
    return new SharedBuckets() {
      @Override
      public Optional<Decision> take(Limit limit, Subject subject) {
        return Optional.empty();
      }

      @Override
      public boolean leftAlone() {
        return false;
      }

      @Override
      public void close() {}
    };
  }
}
