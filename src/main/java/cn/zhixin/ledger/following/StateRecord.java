package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.note.Base64Text;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a follower knows of one ledger, as text:
 *
 * <pre>
 *   zhixin-ledger-state/v1
 *   check   SHA-256 of all that follows this line, in hexadecimal
 *   key     the ledger's verifier key
 *   last    time of the last entry, or -
 *   subtrees    roots of the complete subtrees in Base 64, largest first
 *
 *   the checkpoint, as it was served
 * </pre>
 *
 * @param key by which the ledger is known
 * @param state with a checkpoint that the key signed
 */
public record StateRecord(VerifierKey key, FollowedState state) {
  private static final String VERSION = "zhixin-ledger-state/v1\n";
  private static final String CHECK = "check ";
  private static final String NONE = "-";
  private static final int HEADERS = 3;

  Bytes encoded() {
    String subtrees =
        state.subtrees().stream()
            .map(hash -> " " + Base64Text.encode(hash.value()))
            .collect(Collectors.joining());
    String body =
        "key "
            + key.vkey()
            + "\n"
            + ("last " + state.lastEntry().map(Instant::toString).orElse(NONE) + "\n")
            + ("subtrees" + subtrees + "\n\n")
            + state.checkpoint().orElseThrow().encoded();
    return Bytes.ofUtf8(VERSION + check(body) + body);
  }

  private static String check(String body) {
    return CHECK + Digest.of(Bytes.ofUtf8(body)).toHex() + "\n";
  }

  static StateRecord parse(Bytes encoded) throws MalformedState {
    String text = new String(encoded.unsafeArray(), StandardCharsets.UTF_8);
    if (!text.startsWith(VERSION)) {
      throw new MalformedState("a first line " + VERSION.strip(), "another");
    }
    int body = text.indexOf('\n', VERSION.length()) + 1;
    if (body == 0 || !text.substring(VERSION.length(), body).equals(check(text.substring(body)))) {
      throw new MalformedState("content that fits its check line", "other content");
    }
    String[] parts = text.substring(body).split("\n\n", 2);
    String[] headers = parts[0].split("\n", -1);
    if (parts.length != 2 || headers.length != HEADERS) {
      throw new MalformedState("key, last, subtrees and a checkpoint", "other lines");
    }
    try {
      return of(headers, SignedNote.parse(parts[1]));
    } catch (MalformedNote | DateTimeException | IllegalArgumentException e) {
      throw new MalformedState("a readable state", String.valueOf(e.getMessage()));
    }
  }

  private static StateRecord of(String[] headers, SignedNote note)
      throws MalformedNote, MalformedState {
    VerifierKey key = VerifierKey.parse(value(headers[0], "key"));
    String last = value(headers[1], "last");
    List<Digest> subtrees = new ArrayList<>();
    for (String hash : value(headers[2], "subtrees").split(" ")) {
      if (!hash.isEmpty()) {
        subtrees.add(Base64Text.digest(hash, "a subtree"));
      }
    }
    if (!(CheckpointPolicy.of(key).check(note) instanceof CheckpointFinding.Trusted trusted)) {
      throw new MalformedState("a checkpoint signed by the key beside it", "another");
    }
    Optional<Instant> at = last.equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(last));
    FollowedState state =
        new FollowedState(trusted.checkpoint().size(), subtrees, at, Optional.of(note));
    if (!state.root().equals(trusted.checkpoint().root())) {
      throw new MalformedState("subtrees of the checkpoint's root", "others");
    }
    return new StateRecord(key, state);
  }

  private static String value(String header, String name) throws MalformedState {
    if (!header.equals(name) && !header.startsWith(name + " ")) {
      throw new MalformedState("a line " + name, "another");
    }
    return header.substring(name.length()).strip();
  }
}
