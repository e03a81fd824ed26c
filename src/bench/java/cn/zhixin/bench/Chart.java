package cn.zhixin.bench;

/** A drawing of a report. */
interface Chart {
  /** The whole file. The numbers stand in words in its description, for who cannot see it. */
  String svg();
}
