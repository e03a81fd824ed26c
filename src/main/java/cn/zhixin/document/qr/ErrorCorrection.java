package cn.zhixin.document.qr;

/**
 * How much damage a symbol survives (ISO/IEC 18004:2015 §7.5.1), weakest first. Level L (7 %) is
 * left out: too little for print.
 */
public enum ErrorCorrection {
  /** About 15 % of the codewords can be restored. */
  M(0b00),
  /** About 25 %. */
  Q(0b11),
  /** About 30 %. */
  H(0b10);

  private final int indicator;

  ErrorCorrection(int indicator) {
    this.indicator = indicator;
  }

  /** Two bits of the format information (Table 12). */
  int indicator() {
    return indicator;
  }
}
