package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Entries one after the other, each behind its length in two bytes, big endian. */
public final class EntryBundle {
  private static final int LENGTH = 2;
  private static final int LONGEST = 0xFFFF;

  private EntryBundle() {}

  public static Bytes encode(List<Bytes> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (Bytes entry : entries) {
      if (entry.size() > LONGEST) {
        throw new IllegalArgumentException("an entry has at most 65535 bytes");
      }
      bundle.write(entry.size() >>> Byte.SIZE);
      bundle.write(entry.size());
      bundle.writeBytes(entry.unsafeArray());
    }
    return Bytes.wrap(bundle.toByteArray());
  }

  /**
   * @throws MalformedTile unless there are exactly as many entries as the bundle is wide
   */
  public static List<Bytes> decode(Tile bundle, Bytes bytes) throws MalformedTile {
    List<Bytes> entries = new ArrayList<>(bundle.width());
    int at = 0;
    while (at < bytes.size()) {
      int from = at + LENGTH;
      int to = from > bytes.size() ? from : from + length(bytes, at);
      if (to > bytes.size()) {
        throw new MalformedTile(bundle, "byte " + (to - 1) + " of an entry", "the end");
      }
      entries.add(bytes.slice(from, to));
      at = to;
    }
    if (entries.size() != bundle.width()) {
      throw new MalformedTile(
          bundle, bundle.width() + " entries", Integer.toString(entries.size()));
    }
    return entries;
  }

  private static int length(Bytes bytes, int at) {
    return (bytes.at(at) & 0xFF) << Byte.SIZE | bytes.at(at + 1) & 0xFF;
  }
}
