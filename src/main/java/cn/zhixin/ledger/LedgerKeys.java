package cn.zhixin.ledger;

import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MalformedKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import cn.zhixin.signing.SampleRawKeys;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;

/** Opens the ledger's keys that {@link LedgerProperties} name. */
final class LedgerKeys {
  private static final String KEY = "zhixin.ledger.key";
  private static final String ML_DSA_KEY = "zhixin.ledger.ml-dsa-key";

  private final LedgerProperties properties;
  private final boolean sampleKeysAllowed;

  LedgerKeys(LedgerProperties properties, boolean sampleKeysAllowed) {
    this.properties = properties;
    this.sampleKeysAllowed = sampleKeysAllowed;
  }

  /** The log's own, the Ed25519 key first. */
  List<CheckpointSigner> signers(InstantSource clock) throws IOException, MalformedKey {
    Resource file = properties.key();
    if (file == null) {
      throw new IllegalArgumentException(
          "没有设置 zhixin.ledger.key（公开账本的密钥），无法签发；命令 ledger new-key 可生成一个 / "
              + KEY
              + " is missing: the key of the public ledger, without which nothing can be issued;"
              + " the command \"ledger new-key\" makes one");
    }
    requireName();
    Ed25519PrivateKey key =
        Ed25519PrivateKey.ofPem(file.getContentAsByteArray(), file.getDescription());
    if (!sampleKeysAllowed) {
      SampleRawKeys.requireNotSample(key.publicKey(), KEY);
    }
    List<CheckpointSigner> signers = new ArrayList<>();
    signers.add(CheckpointSigner.log(properties.name(), key));
    if (properties.mlDsaKey() != null) {
      signers.add(CheckpointSigner.mlDsa(properties.name(), mlDsa(properties.mlDsaKey()), clock));
    }
    return signers;
  }

  private MlDsa44PrivateKey mlDsa(Resource file) throws IOException, MalformedKey {
    MlDsa44PrivateKey key =
        MlDsa44PrivateKey.ofPem(file.getContentAsByteArray(), file.getDescription());
    if (!sampleKeysAllowed) {
      SampleRawKeys.requireNotSample(key.publicKey(), ML_DSA_KEY);
    }
    return key;
  }

  /** By which others verify; on a node without private keys those that are set. */
  List<VerifierKey> verifiers(InstantSource clock) throws IOException, MalformedKey, MalformedNote {
    List<VerifierKey> keys = new ArrayList<>();
    if (properties.key() != null) {
      signers(clock).forEach(signer -> keys.add(signer.key()));
    }
    for (String vkey : properties.verifierKeys()) {
      VerifierKey key = VerifierKey.parse(vkey);
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private void requireName() {
    if (properties.name().isEmpty()) {
      throw new IllegalArgumentException(
          "没有设置 zhixin.ledger.name（公开账本永久使用的名称），如 zc.example.gov.cn/ledger /"
              + " zhixin.ledger.name is missing: by it the public ledger is known for ever, such as"
              + " zc.example.gov.cn/ledger");
    }
  }
}
