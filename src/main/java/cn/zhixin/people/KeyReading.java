package cn.zhixin.people;

/** What a typed or sent text says as an API key. */
sealed interface KeyReading {
  /** It may be a key's. */
  record Read(KeySecret secret) implements KeyReading {}

  /** The form of a key, but its check does not fit. */
  record Mistyped() implements KeyReading {}

  /** Not the form of a key. */
  record Malformed() implements KeyReading {}
}
