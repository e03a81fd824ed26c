package cn.zhixin.verification.door;

/** What the door keeps in Redis, or in this process where there is none. */
record DoorStores(SharedBuckets buckets, OneTimeUse used) implements AutoCloseable {
  static DoorStores none() {
    return new DoorStores(SharedBuckets.none(), OneTimeUse.ofThisProcess());
  }

  static DoorStores of(RedisDoor redis, GroupSecret secret) {
    return new DoorStores(
        new RedisBuckets(redis, secret), new RedisOneTimeUse(redis, OneTimeUse.ofThisProcess()));
  }

  boolean leftAlone() {
    return buckets.leftAlone();
  }

  @Override
  public void close() {
    buckets.close();
  }
}
