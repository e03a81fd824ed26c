package cn.zhixin.certificate;

import cn.zhixin.catalogue.Committee;
import java.util.Map;

/**
 * The number pattern of each committee.
 *
 * @param usual of every committee without one of its own
 * @param own by the committee's number
 */
record NumberPatterns(NumberPattern usual, Map<Integer, NumberPattern> own) {
  NumberPatterns {
    own = Map.copyOf(own);
  }

  NumberPattern of(Committee committee) {
    return own.getOrDefault(committee.number(), usual);
  }
}
