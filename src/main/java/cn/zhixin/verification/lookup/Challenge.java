package cn.zhixin.verification.lookup;

/**
 * Find the number whose decimal digits, after the salt, have that SHA-256.
 *
 * @param algorithm {@code SHA-256}
 * @param challenge the hash, hexadecimal
 * @param maxnumber the number is not above it
 * @param salt text, which names the end of the challenge's time
 * @param signature by which we know the challenge again
 */
record Challenge(
    String algorithm, String challenge, long maxnumber, String salt, String signature) {}
