package cn.zhixin.verification.files;

import cn.zhixin.certificate.DocumentDigests;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;

/** The digests of released files in memory; they can be out of reach. */
public final class ReleasedFiles implements DocumentDigests {
  private final Map<Digest, VerificationCode> codes = new ConcurrentHashMap<>();
  public volatile boolean broken;

  public void release(Bytes file, VerificationCode code) {
    codes.put(Digest.of(file), code);
  }

  @Override
  public Optional<VerificationCode> find(Digest file) {
    if (broken) {
      throw new DataAccessResourceFailureException("the registry is away, as the test wants");
    }
    return Optional.ofNullable(codes.get(file));
  }
}
