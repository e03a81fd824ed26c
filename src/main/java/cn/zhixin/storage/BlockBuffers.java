package cn.zhixin.storage;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Buffers outside the heap that begin where every block up to their size may begin; as many as were
 * ever lent at once. Safe for all threads.
 */
final class BlockBuffers {
  /** Bytes of one: disks are no faster with more. */
  static final int SIZE = 1 << 20;

  private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

  /** An empty one. */
  ByteBuffer take() {
    ByteBuffer buffer = idle.poll();
    return buffer == null
        ? ByteBuffer.allocateDirect(2 * SIZE).alignedSlice(SIZE).limit(SIZE).slice()
        : buffer.clear();
  }

  /**
   * @param buffer of {@link #take}, not used any more
   */
  void give(ByteBuffer buffer) {
    idle.add(buffer);
  }
}
