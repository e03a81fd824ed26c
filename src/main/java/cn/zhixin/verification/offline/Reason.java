package cn.zhixin.verification.offline;

import cn.zhixin.verification.Wording;

/**
 * Why something is not to be relied on, or cannot be told.
 *
 * @param code stable, capital letters
 */
public record Reason(String code, Wording sentence) {}
