package cn.zhixin.signing;

/** Baseline levels of ETSI EN 319 142-1 §6.1. */
public enum SignatureLevel {
  /** The signature alone. */
  B_B,
  /** With a trusted time stamp over it. */
  B_T
}
