package cn.zhixin.ledger.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile of hashes or a bundle of entries (C2SP tlog-tiles).
 *
 * @param level 0 to 7 for hashes, level 0 holding those of leaves; {@link #ENTRIES} for a bundle
 * @param index zero-based within its level
 * @param width hashes or entries in it, 1 to 256
 */
public record Tile(int level, long index, int width) {
  /** The level of bundles of entries. */
  public static final int ENTRIES = -1;

  /** Levels of the tree in one tile. */
  public static final int HEIGHT = 8;

  /** Hashes, or entries, in a full tile. */
  public static final int FULL = 1 << HEIGHT;

  /** The highest level that a tree of less than 2⁶³ leaves has. */
  static final int HIGHEST = 7;

  private static final Pattern PATH =
      Pattern.compile(
          "tile/([0-7]|entries)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile has level " + level + ", index " + index + ", width " + width);
    }
  }

  /** The tiles and bundles that a tree of {@code size} has and one of {@code earlier} has not. */
  public static List<Tile> added(long earlier, long size) {
    List<Tile> tiles = new ArrayList<>();
    addTo(tiles, ENTRIES, earlier, size);
    for (int level = 0; level <= HIGHEST; level++) {
      addTo(tiles, level, earlier >>> level * HEIGHT, size >>> level * HEIGHT);
    }
    return tiles;
  }

  private static void addTo(List<Tile> tiles, int level, long before, long after) {
    for (long index = before / FULL; index * FULL < after && before < after; index++) {
      tiles.add(inLevel(level, index, after));
    }
  }

  /** The tile at {@code index} of a level with so many hashes, which reach into it. */
  public static Tile inLevel(int level, long index, long hashes) {
    return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
  }

  /** Whether a tree of so many leaves has all that is in it. */
  public boolean isIn(long size) {
    long hashes = isEntries() ? size : size >>> level * HEIGHT;
    long full = hashes / FULL;
    return index < full || index == full && width <= hashes % FULL;
  }

  public boolean isFull() {
    return width == FULL;
  }

  public boolean isEntries() {
    return level == ENTRIES;
  }

  /** The full tile that this one is the beginning of. */
  public Tile whole() {
    return new Tile(level, index, FULL);
  }

  /** Below the log's prefix, without a slash before it. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (long rest = index; ; rest /= 1000) {
      path.insert(0, String.format("/%s%03d", path.isEmpty() ? "" : "x", rest % 1000));
      if (rest < 1000) {
        break;
      }
    }
    path.insert(0, "tile/" + (isEntries() ? "entries" : Integer.toString(level)));
    return isFull() ? path.toString() : path + ".p/" + width;
  }

  /** Reads what {@link #path} writes, and nothing else. */
  public static Optional<Tile> parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
    long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
    int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
    if (width > FULL) {
      return Optional.empty();
    }
    Tile tile = new Tile(level, index, width);
    // leading zeros, x000 and .p/256 name nothing
    return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
  }
}
