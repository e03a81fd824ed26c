package cn.zhixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerProofTests {
  private static final Salt SALT = new Salt(Bytes.ofHex("000102030405060708090a0b0c0d0e0f"));
  private static final Bytes CREDENTIAL = Bytes.ofUtf8("a credential");
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00.123Z");

  @Test
  void aLeafHasOneEncodingAndIsReadBack() throws Exception {
    Digest subject = SALT.subject(CREDENTIAL);
    for (LeafKind kind : LeafKind.values()) {
      Optional<Digest> successor =
          kind == LeafKind.SUPERSEDED
              ? Optional.of(Digest.of(Bytes.ofUtf8("new")))
              : Optional.empty();
      LedgerLeaf leaf = new LedgerLeaf(kind, 1, AT, subject, successor);
      assertThat(LedgerLeaf.decode(leaf.encoded())).isEqualTo(leaf);
    }
    LedgerLeaf issued = new LedgerLeaf(LeafKind.ISSUED, 1, AT, subject, Optional.empty());
    assertThat(issued.encoded().toHex())
        .isEqualTo("a401010201031b000001a211b7fc7b045820" + subject.toHex());
  }

  @Test
  void theSubjectIsThePublishedHash() {
    byte[] hashed = "zhixin-ledger-subject/v1\n".getBytes(StandardCharsets.US_ASCII);
    Bytes all = Bytes.ofHex(Bytes.wrap(hashed).toHex() + SALT.value().toHex() + CREDENTIAL.toHex());
    assertThat(SALT.subject(CREDENTIAL)).isEqualTo(Digest.of(all));
  }

  @Test
  void refusesOtherEncodingsOfALeaf() {
    Digest subject = SALT.subject(CREDENTIAL);
    String time = "031b000001a211b7fc7b";
    String digest = "045820" + subject.toHex();
    for (String leaf :
        List.of(
            "",
            "a40101020103000458" + "20" + subject.toHex() + "00",
            "a401070201" + time + digest,
            "a401000201" + time + digest,
            "a401040201" + time + digest,
            "a501010201" + time + digest + "055820" + subject.toHex(),
            "a40101022" + "0" + time + digest,
            "a302010" + "31b000001a211b7fc7b" + digest,
            "a401010201" + time + "04581f" + subject.toHex().substring(2))) {
      assertThatThrownBy(() -> LedgerLeaf.decode(hex(leaf))).isInstanceOf(MalformedLeaf.class);
    }
  }

  private static Bytes hex(String text) {
    return Bytes.ofHex(text.length() % 2 == 0 ? text : text + "0");
  }

  @Test
  void aProofIsReadBackAndLeadsToItsRoot() throws Exception {
    LedgerProof proof = proof();
    LedgerProof read = LedgerProof.parse(proof.encoded());
    assertThat(read).isEqualTo(proof);
    Checkpoint head = Checkpoint.parse(read.checkpoint().text());
    Digest leaf = TreeHash.leaf(read.leaf(CREDENTIAL, 1).encoded());
    assertThat(read.inclusion(head).root(leaf)).isEqualTo(head.root());
    assertThat(new String(proof.encoded().toArray(), StandardCharsets.UTF_8))
        .startsWith(
            "c2sp.org/tlog-proof@v1\nextra ogFQAAECAwQFBgcICQoLDA0ODwIbAAABohG3/Hs=\nindex 1\n");
  }

  @Test
  void refusesATextThatIsNoProof() {
    String proof = new String(proof().encoded().toArray(), StandardCharsets.UTF_8);
    for (String changed :
        List.of(
            "",
            proof.replace("@v1", "@v2"),
            proof.replace("extra ", "extras "),
            proof.replaceFirst("extra .*\n", ""),
            proof.replace("extra o", "extra p"),
            proof.replace("index 1", "index 01"),
            proof.replaceFirst("\n\n", "\n"),
            proof.substring(0, proof.length() - 1))) {
      assertThatThrownBy(() -> LedgerProof.parse(Bytes.ofUtf8(changed)))
          .isInstanceOf(MalformedNote.class);
    }
  }

  private static LedgerProof proof() {
    LedgerLeaf leaf =
        new LedgerLeaf(LeafKind.ISSUED, 1, AT, SALT.subject(CREDENTIAL), Optional.empty());
    Digest before = TreeHash.leaf(Bytes.ofUtf8("before"));
    Frontier frontier = new Frontier();
    frontier.append(before);
    frontier.append(TreeHash.leaf(leaf.encoded()));
    Checkpoint head = new Checkpoint("zc.example.cn/ledger", 2, frontier.root());
    CheckpointSigner log =
        CheckpointSigner.log(head.origin(), Ed25519PrivateKey.generate(new SecureRandom()));
    return new LedgerProof(
        SALT, AT, 1, List.of(before), new SignedNote(head.text(), List.of(log.sign(head))));
  }
}
