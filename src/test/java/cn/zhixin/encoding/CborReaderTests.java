package cn.zhixin.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborReaderTests {
  @ParameterizedTest
  @CsvSource({
    "1818, 24",
    "1b000000e8d4a51000, 1000000000000",
    "3903e7, -1000",
    "1b7fffffffffffffff, 9223372036854775807",
    "3b7fffffffffffffff, -9223372036854775808"
  })
  void readsIntegers(String hex, long value) throws MalformedCbor {
    CborReader reader = new CborReader(Bytes.ofHex(hex));
    assertThat(reader.integer()).isEqualTo(value);
    reader.end();
  }

  @Test
  void readsNestedContainers() throws MalformedCbor {
    CborReader reader = new CborReader(Bytes.ofHex("c1a301f4026461f0908520f6"));
    assertThat(reader.tag()).isEqualTo(1);
    assertThat(reader.map()).isEqualTo(3);
    assertThat(reader.integer()).isEqualTo(1);
    assertThat(reader.bool()).isFalse();
    assertThat(reader.integer()).isEqualTo(2);
    assertThat(reader.peek()).isEqualTo(CborType.TEXT);
    assertThatThrownBy(reader::text)
        .isInstanceOf(MalformedCbor.class)
        .hasMessageContaining("UTF-8");
  }

  /** Each with one fault: what it is, where, and the words that name it. */
  @ParameterizedTest
  @CsvSource({
    "1817, 0, the shortest head",
    "190017, 0, the shortest head",
    "1a0000ffff, 0, the shortest head",
    "1b00000000ffffffff, 0, the shortest head",
    "580100, 0, the shortest head",
    "9f01ff, 0, a definite length",
    "5f42010243030405ff, 0, a definite length",
    "bf6161019fff, 0, a definite length",
    "1c, 0, a definite length",
    "1901, 0, more bytes of the head",
    "f93c00, 0, true",
    "fb3ff199999999999a, 0, true",
    "f7, 0, true",
    "f0, 0, true",
    "f818, 0, true",
    "a202000100, 3, bytewise order",
    "a201000100, 3, the same key again",
    "a2616200616100, 4, sorts before",
    "a26161002000, 4, sorts before",
    "820101ff, 3, bytes after the item",
    "0000, 1, bytes after the item",
    "828101, 3, the end",
    "8201, 0, at most 1 items",
    "c1, 1, the item that is tagged",
    "62c3, 0, at most 1 bytes",
    "61c3, 0, UTF-8",
    "62c080, 0, UTF-8",
    "63eda080, 0, UTF-8",
    "5bffffffffffffffff, 0, found 18446744073709551615",
    "9b7fffffffffffffff, 0, at most 0 items",
    "9affffffff, 0, at most 0 items",
    "ba80000000, 0, at most 0 items",
    "1bffffffffffffffff, 0, an integer of 64 bits",
    "'', 0, the end"
  })
  void refuses(String hex, int offset, String words) {
    CborReader reader = new CborReader(Bytes.ofHex(hex));
    assertThatThrownBy(() -> CborTrees.read(reader))
        .isInstanceOfSatisfying(
            MalformedCbor.class,
            fault -> {
              assertThat(fault).hasMessageContaining(words);
              assertThat(fault.offset()).isEqualTo(offset);
            });
  }

  @Test
  void refusesSeventeenLevels() throws MalformedCbor {
    String sixteen = "81".repeat(16) + "00";
    CborTrees.read(new CborReader(Bytes.ofHex(sixteen)));
    CborReader reader = new CborReader(Bytes.ofHex("81" + sixteen));
    assertThatThrownBy(() -> CborTrees.read(reader)).isInstanceOf(MalformedCbor.class);
  }

  @Test
  void whatItTakesTheWriterWritesTheSame() {
    Random random = new Random(8949);
    int taken = 0;
    for (int i = 0; i < 400_000; i++) {
      byte[] input = new byte[1 + random.nextInt(9)];
      random.nextBytes(input);
      try {
        Object tree = CborTrees.read(new CborReader(input));
        CborWriter writer = new CborWriter();
        CborTrees.write(tree, writer);
        assertThat(writer.toArray()).isEqualTo(input);
        taken++;
      } catch (MalformedCbor expectedOfMost) {
        assertThat(expectedOfMost.offset()).isBetween(0, input.length);
      }
    }
    assertThat(taken).isGreaterThan(1_000);
  }

  @Test
  void readsWhatTheWriterWrote() throws MalformedCbor {
    Random random = new Random(9052);
    for (int i = 0; i < 5_000; i++) {
      Object tree = CborTrees.random(random, 4);
      CborWriter writer = new CborWriter(1);
      CborTrees.write(tree, writer);
      assertThat(CborTrees.read(new CborReader(writer.toArray()))).isEqualTo(tree);
    }
  }

  @Test
  void saysWhichKindItExpected() {
    List<String> messages = new ArrayList<>();
    try {
      new CborReader(Bytes.ofHex("6161")).integer();
    } catch (MalformedCbor e) {
      messages.add(e.getMessage());
    }
    assertThat(messages).containsExactly("at byte 0: expected an integer, found a text string");
  }
}
