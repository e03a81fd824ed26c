package cn.zhixin.certificate;

import cn.zhixin.catalogue.IdentityDocument;
import java.util.List;

/** The registry by person. Safe for all threads. */
public interface HeldCertificates {
  /**
   * All certificates registered under that document, issued or not, in the order of registration;
   * one query, of the same kind whether there are any. Reads from the primary.
   *
   * @throws RegistryContradiction if the events of one are not its entries in the public ledger
   */
  List<Certificate> of(IdentityDocument document);
}
