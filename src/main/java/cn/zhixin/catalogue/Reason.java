package cn.zhixin.catalogue;

/** Why something that people wrote was refused; each reason is a constant with a stable code. */
public interface Reason {
  /** Lower case, such as {@code identity.check-digit}; never changes its meaning. */
  String code();

  /** What is wrong; may hold {@code %s} for what was found. Never holds personal data. */
  Bilingual sentence();

  /** What to do about it. */
  Bilingual remedy();
}
