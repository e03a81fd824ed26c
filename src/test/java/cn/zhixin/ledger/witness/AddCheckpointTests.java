package cn.zhixin.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.MalformedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTests {
  private static final String HASH = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";

  private static final String CHECKPOINT =
      """

      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
      """;

  /** The request that C2SP tlog-witness shows. */
  @Test
  void readsAndWritesTheRequestOfTheSpecification() throws Exception {
    Bytes body =
        Bytes.ofUtf8(
            "old 20852014\n"
                + HASH
                + "jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n"
                + "5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n"
                + "/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n"
                + CHECKPOINT);
    AddCheckpoint request = AddCheckpoint.parse(body);
    assertThat(request.oldSize()).isEqualTo(20_852_014);
    assertThat(request.path()).hasSize(4);
    assertThat(request.checkpoint().signatures()).hasSize(2);
    assertThat(Checkpoint.parse(request.checkpoint().text()).size()).isEqualTo(20_852_163);
    assertThat(request.encoded()).isEqualTo(body);
  }

  @Test
  void readsAsManyHashesAsTheSpecificationAllowsAndNoMore() throws Exception {
    Bytes most = Bytes.ofUtf8("old 1\n" + HASH.repeat(63) + CHECKPOINT);
    assertThat(AddCheckpoint.parse(most).path()).hasSize(63);
    Bytes more = Bytes.ofUtf8("old 1\n" + HASH.repeat(64) + CHECKPOINT);
    assertThatThrownBy(() -> AddCheckpoint.parse(more))
        .isInstanceOf(MalformedNote.class)
        .hasMessage("expected at most 63 hashes, found 64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "old 0\n",
        "\n",
        "old\n",
        "old 01\n",
        "old -1\n",
        "old  1\n",
        "old 1 \n",
        "old 1\r\n",
        "old 9223372036854775808\n",
        "Old 1\n",
        "new 1\n",
        "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw\n",
        "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkax=\n",
        "old 1\nAAAA\n",
        "old 1\n \n"
      })
  void refusesAnotherHead(String head) throws Exception {
    String body = head.equals("old 0\n") ? head + CHECKPOINT.substring(1) : head + CHECKPOINT;
    assertThatThrownBy(() -> AddCheckpoint.parse(Bytes.ofUtf8(body)))
        .isInstanceOf(MalformedNote.class);
  }

  @Test
  void refusesACheckpointWithoutSignaturesAndBytesThatAreNoText() {
    String unsigned = "old 0\n" + CHECKPOINT.substring(0, CHECKPOINT.indexOf('\u2014'));
    assertThatThrownBy(() -> AddCheckpoint.parse(Bytes.ofUtf8(unsigned)))
        .isInstanceOf(MalformedNote.class);
    byte[] broken = Bytes.ofUtf8("old 0\n" + CHECKPOINT).toArray();
    broken[10] = (byte) 0xFF;
    assertThatThrownBy(() -> AddCheckpoint.parse(Bytes.wrap(broken)))
        .hasMessage("expected a request in UTF-8, found other bytes");
  }
}
