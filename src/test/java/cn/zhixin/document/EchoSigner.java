package cn.zhixin.document;

import cn.zhixin.encoding.Digest;

/** Signs with the digest itself, so that files can be compared. */
public final class EchoSigner implements DocumentSigner {
  @Override
  public int maximumSize() {
    return 64;
  }

  @Override
  public byte[] sign(Digest byteRanges) {
    return byteRanges.value().toArray();
  }
}
