package io.entente.policy;

/** What a limit counts apart. */
public sealed interface LimitKey {

  /** One count for all callers of the route. */
  record Route() implements LimitKey {}

  /** One count per client address. */
  record ClientIp() implements LimitKey {}

  /** One count per value of a request header; lower-case name. */
  record Header(String name) implements LimitKey {
    public Header {
      HeaderName.require(name);
    }
  }
}
