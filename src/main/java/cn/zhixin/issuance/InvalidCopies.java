package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the certificates in a folder of copies that lost their validity since they were copied, and
 * moves them into a folder of their own below it, lest somebody hands them out. What is not, by
 * name and content, the file that was released stays where it is; nothing is deleted.
 */
public final class InvalidCopies {
  /** In ASCII: a locale that cannot name Chinese files names this one. */
  static final String FOLDER = "not-valid";

  /** As {@link IssuedDocuments} names them. */
  private static final Pattern COPY =
      Pattern.compile("[0-9A-Z]{4,40}" + Pattern.quote(IssuedDocuments.SUFFIX));

  /** A folder may hold the certificates of many years. */
  private static final int ASKED_AT_ONCE = 500;

  private final Certificates certificates;
  private final NumberPatterns numbers;

  InvalidCopies(Certificates certificates, NumberPatterns numbers) {
    this.certificates = certificates;
    this.numbers = numbers;
  }

  /**
   * Moves them, and back those that are valid again.
   *
   * @param valid known to be valid: nothing is asked about them
   * @return each file named as a certificate that is not valid, by name
   */
  public List<InvalidCopy> moveAside(Path folder, Set<CertificateNumber> valid) throws IOException {
    Path aside = folder.resolve(FOLDER);
    for (Path file : copies(aside)) {
      if (valid.contains(number(file))) {
        move(file, folder);
      }
    }
    List<Path> doubtful =
        copies(folder).stream().filter(file -> !valid.contains(number(file))).toList();
    List<InvalidCopy> found = new ArrayList<>();
    for (int from = 0; from < doubtful.size(); from += ASKED_AT_ONCE) {
      List<Path> some = doubtful.subList(from, Math.min(from + ASKED_AT_ONCE, doubtful.size()));
      Map<CertificateNumber, Certificate> invalid = invalid(some);
      for (Path file : some) {
        Certificate certificate = invalid.get(number(file));
        if (certificate != null) {
          found.add(moveAside(file, aside, certificate));
        }
      }
    }
    return found;
  }

  private Map<CertificateNumber, Certificate> invalid(List<Path> copies) {
    return certificates.findNumbered(copies.stream().map(InvalidCopies::number).toList()).stream()
        .filter(known -> known.isIssued() && known.state() != CertificateState.VALID)
        .collect(Collectors.toMap(Certificate::number, known -> known));
  }

  private InvalidCopy moveAside(Path file, Path aside, Certificate certificate) {
    InvalidCopy.End end = end(file, aside, certificate);
    return new InvalidCopy(
        new RowCertificate(certificate.code(), numbers.grouped(certificate), certificate.state()),
        standing(certificate),
        end == InvalidCopy.End.MOVED ? aside.resolve(file.getFileName()) : file,
        end);
  }

  /** Whatever a file system refuses, the roster was issued and is told of. */
  private static InvalidCopy.End end(Path file, Path aside, Certificate certificate) {
    try {
      if (!isReleased(file, certificate)) {
        return InvalidCopy.End.OTHER_CONTENT;
      }
      Files.createDirectories(aside);
      return move(file, aside) ? InvalidCopy.End.MOVED : InvalidCopy.End.NOT_MOVED;
    } catch (IOException e) {
      return InvalidCopy.End.NOT_MOVED;
    }
  }

  /** Whether it was moved: not onto a file that says something else. */
  private static boolean move(Path file, Path folder) throws IOException {
    Path target = folder.resolve(file.getFileName());
    if (Files.exists(target) && Files.mismatch(file, target) >= 0) {
      return false;
    }
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  private static boolean isReleased(Path file, Certificate certificate) throws IOException {
    ReleasedDocument released = certificate.document();
    return released != null
        && Files.size(file) == released.place().size()
        && Digest.of(Files.readAllBytes(file)).equals(released.digest());
  }

  private VerificationCode standing(Certificate certificate) {
    Certificate standing = certificate;
    for (VerificationCode next = standing.successor(); next != null; next = standing.successor()) {
      standing = certificates.find(next).orElseThrow();
    }
    return standing.code();
  }

  /** Files that are named as copies are, by name; none of a folder that is not there. */
  private static List<Path> copies(Path folder) throws IOException {
    List<Path> copies = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, InvalidCopies::isCopy)) {
        files.forEach(copies::add);
      }
    }
    copies.sort(null);
    return copies;
  }

  private static boolean isCopy(Path file) {
    return COPY.matcher(file.getFileName().toString()).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static CertificateNumber number(Path copy) {
    String name = copy.getFileName().toString();
    return new CertificateNumber(
        name.substring(0, name.length() - IssuedDocuments.SUFFIX.length()));
  }
}
