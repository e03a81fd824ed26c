package cn.zhixin.people;

/** A key that was just made, with its secret, which nobody can show again. */
public record NewApiKey(ApiKey key, KeySecret secret) {}
