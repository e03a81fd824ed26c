package cn.zhixin.issuance;

/**
 * Why a result cannot be printed, in both languages.
 *
 * @param slot the template's slot, such as {@code holderName}
 */
public record PrintRefusal(String slot, String chinese, String english) {}
