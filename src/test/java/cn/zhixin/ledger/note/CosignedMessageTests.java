package cn.zhixin.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import org.junit.jupiter.api.Test;

/** The signed messages of C2SP tlog-cosignature, byte by byte. */
class CosignedMessageTests {
  private static final long TIME = 1_679_315_147;

  private static final String NOTE =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
      """;

  /** The message that the specification shows. */
  @Test
  void theEd25519MessageIsTheSpecifications() {
    assertThat(CosignedMessage.ed25519(NOTE, TIME))
        .isEqualTo(Bytes.ofUtf8("cosignature/v1\ntime 1679315147\n" + NOTE));
  }

  /** The structure {@code cosigned_message}, field by field, for the same checkpoint. */
  @Test
  void theMlDsaMessageIsTheStructureOfTheSpecification() throws Exception {
    String message =
        "737562747265652f76310a00" // label "subtree/v1\n\0"
            + "16"
            + "7769746e6573732e6578616d706c652e636f6d2f7731" // cosigner_name
            + "00000000641850cb" // timestamp
            + "1b"
            + "6578616d706c652e636f6d2f626568696e642d7468652d736f6661" // log_origin
            + "0000000000000000" // start
            + "00000000013e2dc3" // end
            + "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"; // hash
    assertThat(
            CosignedMessage.mlDsa44("witness.example.com/w1", Checkpoint.parse(NOTE), TIME).toHex())
        .isEqualTo(message);
  }

  /** The cosignature that the specification shows carries the time of the message it shows. */
  @Test
  void theTimeStandsBeforeTheSignatureBigEndian() throws Exception {
    NoteSignature shown =
        NoteSignature.parse(
            "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dl"
                + "rDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==");
    assertThat(shown.keyId()).isEqualTo(0x8d66cf3f);
    assertThat(shown.value().size()).isEqualTo(Long.BYTES + 64);
    assertThat(shown.value().slice(0, Long.BYTES).toHex()).isEqualTo("00000000641850cb");
    assertThat(TIME).isEqualTo(0x641850cbL);
  }
}
