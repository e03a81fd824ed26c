package cn.zhixin.document.pdf;

import java.util.Arrays;

/** Where the objects behind the prefix begin, in the order in which they were met. */
final class WrittenObjects {
  private static final int ROW = 6;
  private static final int IN_FILE = 1;

  private int[] numbers = new int[32];
  private int[] offsets = new int[32];
  private int count;

  /** Takes an object's number, whichever it is. */
  int next(WrittenBytes in) throws NotAsWritten {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
    }
    offsets[count] = in.at();
    numbers[count] = in.decimal();
    return numbers[count++];
  }

  /** Takes the number of the object that must come next. */
  void expect(WrittenBytes in, int number) throws NotAsWritten {
    in.require(next(in) == number);
  }

  /** Takes the number of an object that has the same one in all certificates of a template. */
  void common(WrittenBytes in) throws NotAsWritten {
    int start = in.at();
    next(in);
    in.frameFrom(start);
  }

  /**
   * Compares the rows of a cross-reference stream with where the objects were met, and makes those
   * of the objects before them, which are of the frame.
   *
   * @param file holds the rows from {@code at} on
   * @param rows how many there are
   * @param own how many objects at the end are this certificate's own
   * @throws NotAsWritten if a row leads elsewhere, or two objects have one number
   */
  byte[] others(byte[] file, int at, int rows, int own) throws NotAsWritten {
    byte[] others = Arrays.copyOfRange(file, at, at + rows * ROW);
    for (int i = 0; i < count; i++) {
      int row = numbers[i] * ROW;
      if (numbers[i] >= rows || !leadsTo(others, row, offsets[i])) {
        throw new NotAsWritten(at + row);
      }
      // zeros stand for an object that was met, so that it cannot be met twice
      Arrays.fill(others, row, row + ROW, (byte) 0);
    }
    int common = (rows - own) * ROW;
    for (int i = common; i < others.length; i++) {
      if (others[i] != 0) {
        throw new NotAsWritten(at + i);
      }
    }
    return Arrays.copyOf(others, common);
  }

  private static boolean leadsTo(byte[] rows, int row, int offset) {
    return rows[row] == IN_FILE
        && (rows[row + 1] & 0xff) << 16 == (offset & 0xff0000)
        && (rows[row + 2] & 0xff) << 8 == (offset & 0xff00)
        && (rows[row + 3] & 0xff) == (offset & 0xff)
        && offset >> 24 == 0
        && rows[row + 4] == 0
        && rows[row + 5] == 0;
  }
}
