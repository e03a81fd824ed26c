package cn.zhixin.people;

/** What became of an attempt to come in with an API key. */
public sealed interface SignIn {
  /** The key is known and may be used. */
  record Accepted(ApiKey key) implements SignIn {}

  /** Not accepted; tells a mistype from a key that is unknown or revoked, and no more. */
  record Refused(Reason reason) implements SignIn {}

  /** Why a key was not accepted. */
  enum Reason {
    /** Its check does not fit: something was left out, added or mistyped. */
    MISTYPED,
    /** Not the form of a key at all. */
    MALFORMED,
    /** No such key, or one that was revoked. */
    NOT_ACCEPTED
  }
}
