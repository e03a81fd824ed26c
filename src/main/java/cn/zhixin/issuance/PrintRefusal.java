package cn.zhixin.issuance;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.catalogue.Reason;

/**
 * Why a result cannot be printed.
 *
 * @param slot the template's slot, such as {@code holderName}
 * @param sentence names the character or the length, and no more of the value
 */
public record PrintRefusal(String slot, Reason reason, Bilingual sentence) {}
