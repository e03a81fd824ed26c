package cn.zhixin.verification.offline;

import cn.zhixin.verification.Language;
import java.util.Map;

/** What a command says of one input. */
interface Report {
  /** Several lines, the first of which names the input. */
  String text(Language language);

  /** For programs. */
  Map<String, Object> members(Language language);
}
