package cn.zhixin.verification.receipts;

/**
 * An organisation that asked.
 *
 * @param name as it is on file
 * @param creditCode unified social credit code
 */
public record Asker(String name, String creditCode) {}
