package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChunksAsideTests {
  /** One worker may have asked what is aside before another put it there. */
  @Test
  void aChunkThatFailedTwiceIsToldOnceWithItsLastFailure() throws Exception {
    ChunksAside aside = new ChunksAside();
    aside.add(FailedChunk.of(1, 0, new IllegalStateException("first")));
    aside.add(FailedChunk.of(1, 1, new IllegalStateException("another chunk")));
    aside.add(FailedChunk.of(2, 0, new IllegalStateException("another batch")));
    aside.add(FailedChunk.of(1, 0, new IllegalStateException("last")));
    assertThat(aside.all())
        .extracting(FailedChunk::why)
        .containsExactlyInAnyOrder("another chunk", "another batch", "last");
  }
}
