package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.CborReader;
import cn.zhixin.encoding.CborWriter;
import cn.zhixin.encoding.Digest;
import cn.zhixin.encoding.MalformedCbor;
import cn.zhixin.ledger.merkle.InclusionProof;
import cn.zhixin.ledger.note.Base64Text;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate carries to show that its issue is in the ledger: a C2SP tlog-proof, whose
 * extra data is the CBOR map {@code {1: salt, 2: time of entry in milliseconds}}. With them and the
 * credential anybody makes the leaf again.
 *
 * @param at time in the leaf
 * @param index of the leaf, zero-based
 * @param path sibling hashes from the leaf to the root of the checkpoint
 * @param checkpoint as the log published it
 */
public record LedgerProof(
    Salt salt, Instant at, long index, List<Digest> path, SignedNote checkpoint) {
  /** Of a certificate's attachment. */
  public static final String FILE_NAME = "ledger.tlog-proof";

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int SALT = 1;
  private static final int AT = 2;
  private static final int FIRST_HASH = 3;

  public LedgerProof {
    path = List.copyOf(path);
  }

  /**
   * The leaf that the certificate's issue must have made.
   *
   * @param issuer number in the credential
   */
  public LedgerLeaf leaf(Bytes credential, int issuer) {
    return new LedgerLeaf(LeafKind.ISSUED, issuer, at, salt.subject(credential), Optional.empty());
  }

  /** The path as a proof for a tree of the checkpoint's size. */
  public InclusionProof inclusion(Checkpoint head) {
    return new InclusionProof(index, head.size(), path);
  }

  public Bytes encoded() {
    CborWriter extra = new CborWriter(32).map(2);
    extra.integer(SALT).bytes(salt.value()).integer(AT).integer(at.toEpochMilli());
    StringBuilder proof = new StringBuilder(HEADER).append('\n');
    proof.append(EXTRA).append(Base64Text.encode(extra.toBytes())).append('\n');
    proof.append(INDEX).append(index).append('\n');
    path.forEach(hash -> proof.append(Base64Text.encode(hash.value())).append('\n'));
    return Bytes.ofUtf8(proof.append('\n').append(checkpoint.encoded()).toString());
  }

  public static LedgerProof parse(Bytes encoded) throws MalformedNote {
    if (encoded.size() > SignedNote.LONGEST) {
      throw new MalformedNote("a proof of at most " + SignedNote.LONGEST + " bytes", "more");
    }
    String text = new String(encoded.unsafeArray(), StandardCharsets.UTF_8);
    int end = text.indexOf("\n\n");
    String[] lines = text.substring(0, Math.max(end, 0)).split("\n", -1);
    if (lines.length < FIRST_HASH
        || !lines[0].equals(HEADER)
        || !lines[1].startsWith(EXTRA)
        || !lines[2].startsWith(INDEX)) {
      throw new MalformedNote("a tlog-proof: header, extra, index", "another text");
    }
    long index = Base64Text.number(lines[2].substring(INDEX.length()), "an index");
    List<Digest> path = new ArrayList<>();
    for (int i = FIRST_HASH; i < lines.length; i++) {
      path.add(Base64Text.digest(lines[i], "a hash"));
    }
    SignedNote checkpoint = SignedNote.parse(text.substring(end + 2));
    return withExtra(lines[1].substring(EXTRA.length()), index, path, checkpoint);
  }

  private static LedgerProof withExtra(
      String extra, long index, List<Digest> path, SignedNote checkpoint) throws MalformedNote {
    try {
      CborReader reader = new CborReader(Base64Text.decode(extra, "extra data"));
      boolean known = reader.map() == 2 && reader.integer() == SALT;
      Salt salt = new Salt(reader.bytes(Salt.SIZE));
      known &= reader.integer() == AT;
      Instant at = Instant.ofEpochMilli(reader.unsigned(LedgerLeaf.LAST_MILLI));
      reader.end();
      if (known) {
        return new LedgerProof(salt, at, index, path, checkpoint);
      }
      throw new MalformedNote("extra data of salt and time", "others");
    } catch (MalformedCbor e) {
      throw new MalformedNote("extra data: " + e.expected(), e.found());
    }
  }
}
