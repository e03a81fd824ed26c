package cn.zhixin.catalogue;

/**
 * The authority that issues certificates and whose seal is on them 发证机关.
 *
 * @param number ours, at least 1; stands in the credential
 * @param divisionCode six digits, GB/T 2260
 * @param creditCode unified social credit code, GB 32100
 */
public record Issuer(
    int number, String name, String englishName, String divisionCode, String creditCode) {}
