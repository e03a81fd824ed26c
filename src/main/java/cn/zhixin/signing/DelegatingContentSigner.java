package cn.zhixin.signing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;

/** Hands what a Bouncy Castle generator wants signed (ecdsa-with-SHA256) to a function. */
final class DelegatingContentSigner implements ContentSigner {
  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  private final ByteArrayOutputStream signed = new ByteArrayOutputStream();
  private final UnaryOperator<byte[]> signature;

  DelegatingContentSigner(UnaryOperator<byte[]> signature) {
    this.signature = signature;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return ALGORITHM;
  }

  @Override
  public OutputStream getOutputStream() {
    signed.reset();
    return signed;
  }

  @Override
  public byte[] getSignature() {
    return signature.apply(signed.toByteArray());
  }
}
