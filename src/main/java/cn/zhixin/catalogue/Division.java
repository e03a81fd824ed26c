package cn.zhixin.catalogue;

/**
 * An administrative division (GB/T 2260).
 *
 * @param code six digits
 * @param former whether it no longer exists; its code stays valid in numbers given before
 */
public record Division(String code, String name, boolean former) {}
