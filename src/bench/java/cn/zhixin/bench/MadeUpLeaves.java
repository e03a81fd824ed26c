package cn.zhixin.bench;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Entries of a ledger, as long as real ones: each index always has the same. */
final class MadeUpLeaves {
  private static final long FIRST_MILLI = Instant.parse("2026-11-25T08:00:00Z").toEpochMilli();
  private static final int ISSUER = 371_000;

  private MadeUpLeaves() {}

  static List<Bytes> entries(long from, int count) {
    return LongStream.range(from, from + count).mapToObj(MadeUpLeaves::entry).toList();
  }

  static Bytes entry(long index) {
    // a digest in length only: what makes the subject is no work of the ledger
    Digest subject =
        new Digest(Bytes.wrap(ByteBuffer.allocate(Digest.SIZE).putLong(index).array()));
    return new LedgerLeaf(
            LeafKind.ISSUED,
            ISSUER,
            Instant.ofEpochMilli(FIRST_MILLI + index),
            subject,
            Optional.empty())
        .encoded();
  }
}
