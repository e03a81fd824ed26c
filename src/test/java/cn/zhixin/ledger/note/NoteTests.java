package cn.zhixin.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTests {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String ORIGIN = "zc.example.cn/ledger";
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(ORIGIN, 70_000, Digest.of(Bytes.ofUtf8("root")));

  private final SecureRandom random = new SecureRandom();
  private final Ed25519PrivateKey logKey = Ed25519PrivateKey.generate(random);
  private final CheckpointSigner log = CheckpointSigner.log(ORIGIN, logKey);
  private final CheckpointSigner witness =
      CheckpointSigner.witness("w.example/1", Ed25519PrivateKey.generate(random), CLOCK);
  private final CheckpointSigner postQuantum =
      CheckpointSigner.mlDsa(ORIGIN, MlDsa44PrivateKey.generate(random), CLOCK);

  /** The worked example of C2SP signed-note, by the key published for Go's note package. */
  @Test
  void verifiesANoteOfAnotherImplementation() throws Exception {
    VerifierKey key =
        VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    SignedNote note =
        SignedNote.parse(
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """);
    assertThat(key.vkey())
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertThat(SignatureCheck.of(note, CHECKPOINT, key))
        .isEqualTo(new SignatureCheck.Signed(Optional.empty()));
    SignedNote changed = SignedNote.parse(note.encoded().replace("answer", "anSwer"));
    assertThat(SignatureCheck.of(changed, CHECKPOINT, key))
        .isInstanceOf(SignatureCheck.Wrong.class);
  }

  /** The checkpoint that C2SP tlog-checkpoint shows. */
  @Test
  void readsTheCheckpointOfTheSpecification() throws Exception {
    SignedNote note =
        SignedNote.parse(
            """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20_852_163);
    assertThat(checkpoint.text()).isEqualTo(note.text());
    assertThat(note.signatures()).hasSize(2);
  }

  @Test
  void eachKindOfSignatureVerifiesAndNoneForAnotherCheckpoint() throws Exception {
    SignedNote note = signed(CHECKPOINT);
    SignedNote read = SignedNote.parse(Bytes.ofUtf8(note.encoded()));
    assertThat(read).isEqualTo(note);
    assertThat(check(read, log)).isEqualTo(new SignatureCheck.Signed(Optional.empty()));
    assertThat(check(read, witness)).isEqualTo(new SignatureCheck.Signed(Optional.of(NOW)));
    assertThat(check(read, postQuantum)).isEqualTo(new SignatureCheck.Signed(Optional.of(NOW)));

    Checkpoint larger = new Checkpoint(ORIGIN, 70_001, CHECKPOINT.root());
    SignedNote moved = new SignedNote(larger.text(), read.signatures());
    for (CheckpointSigner signer : List.of(log, witness, postQuantum)) {
      assertThat(SignatureCheck.of(moved, larger, signer.key()))
          .isInstanceOf(SignatureCheck.Wrong.class);
    }
  }

  @Test
  void theTimeOfACosignatureIsSigned() throws Exception {
    for (CheckpointSigner signer : List.of(witness, postQuantum)) {
      NoteSignature genuine = signer.sign(CHECKPOINT);
      byte[] later = genuine.value().toArray();
      later[7]++;
      SignedNote note =
          new SignedNote(
              CHECKPOINT.text(),
              List.of(new NoteSignature(genuine.name(), genuine.keyId(), Bytes.wrap(later))));
      assertThat(check(note, signer)).isInstanceOf(SignatureCheck.Wrong.class);
    }
  }

  @Test
  void aSignatureOfAnUnknownKeyIsIgnored() {
    SignedNote note = new SignedNote(CHECKPOINT.text(), List.of(witness.sign(CHECKPOINT)));
    assertThat(check(note, log)).isInstanceOf(SignatureCheck.Absent.class);
    CheckpointSigner sameName = CheckpointSigner.log(ORIGIN, Ed25519PrivateKey.generate(random));
    SignedNote other = new SignedNote(CHECKPOINT.text(), List.of(sameName.sign(CHECKPOINT)));
    assertThat(check(other, log)).isInstanceOf(SignatureCheck.Absent.class);
  }

  @Test
  void oneKeySignsUnderTwoTypesWithoutConfusion() {
    CheckpointSigner asWitness = CheckpointSigner.witness(ORIGIN, logKey, CLOCK);
    assertThat(asWitness.key().id()).isNotEqualTo(log.key().id());
    SignedNote note = new SignedNote(CHECKPOINT.text(), List.of(asWitness.sign(CHECKPOINT)));
    assertThat(check(note, log)).isInstanceOf(SignatureCheck.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n\u2014 name AAAAAAA=",
        "text\n\n\u2014 name AAAAAAA=\n\n",
        "text\n\n- name AAAAAAA=\n",
        "text\n\n\u2014 AAAAAAA=\n",
        "text\n\n\u2014 na me AAAAAAA=\n",
        "text\n\n\u2014 na+me AAAAAAA=\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name AAAAAAB=\n",
        "text\n\n\u2014 name AAAAAAA\n",
        "te\rxt\n\n\u2014 name AAAAAAA=\n"
      })
  void refusesWhatIsNoNote(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedNote.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "origin\n1\n",
        "origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "origin\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "origin\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n",
        "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
      })
  void refusesWhatIsNoCheckpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedNote.class);
  }

  @Test
  void refusesAVerifierKeyThatWasChanged() {
    String vkey = log.key().vkey();
    for (String changed :
        List.of(
            vkey.replace(ORIGIN, "other.example"),
            vkey.substring(0, vkey.length() - 4),
            vkey.replaceFirst("\\+.{8}\\+", "+00000000+"),
            ORIGIN,
            "")) {
      assertThatThrownBy(() -> VerifierKey.parse(changed)).isInstanceOf(MalformedNote.class);
    }
  }

  /** Nobody bears witness to himself. */
  @Test
  void aFurtherKeyOfTheLogMustHaveSignedAndIsNotCounted() {
    List<VerifierKey> keys = List.of(postQuantum.key(), witness.key());
    CheckpointPolicy policy = CheckpointPolicy.of(log.key(), keys);
    assertThat(policy.quorum()).isEqualTo(1);
    assertThat(policy.check(signed(CHECKPOINT)))
        .isEqualTo(new CheckpointFinding.Trusted(CHECKPOINT, List.of("w.example/1")));

    NoteSignature own = log.sign(CHECKPOINT);
    NoteSignature further = postQuantum.sign(CHECKPOINT);
    NoteSignature cosignature = witness.sign(CHECKPOINT);
    NoteSignature wrong = postQuantum.sign(new Checkpoint(ORIGIN, 70_001, CHECKPOINT.root()));
    for (CheckpointPolicy each :
        List.of(policy, new CheckpointPolicy(log.key(), List.of(postQuantum.key()), 0))) {
      assertThat(fault(each, own, cosignature)).isEqualTo(CheckpointFault.NOT_SIGNED_BY_LEDGER);
      assertThat(fault(each, own, wrong, cosignature))
          .isEqualTo(CheckpointFault.WRONG_LEDGER_SIGNATURE);
    }
    assertThat(fault(policy, own, further)).isEqualTo(CheckpointFault.TOO_FEW_WITNESSES);
    assertThatThrownBy(() -> new CheckpointPolicy(log.key(), keys, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CheckpointFault fault(CheckpointPolicy policy, NoteSignature... signatures) {
    SignedNote note = new SignedNote(CHECKPOINT.text(), List.of(signatures));
    return ((CheckpointFinding.NotTrusted) policy.check(note)).fault();
  }

  private SignedNote signed(Checkpoint checkpoint) {
    return new SignedNote(
        checkpoint.text(),
        List.of(log.sign(checkpoint), witness.sign(checkpoint), postQuantum.sign(checkpoint)));
  }

  private static SignatureCheck check(SignedNote note, CheckpointSigner signer) {
    return SignatureCheck.of(note, CHECKPOINT, signer.key());
  }
}
