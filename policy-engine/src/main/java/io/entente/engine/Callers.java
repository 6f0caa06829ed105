package io.entente.engine;

import io.entente.engine.CounterKey.Caller;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import java.util.List;
import java.util.Optional;

/** For whom a request is counted. */
final class Callers {

  private Callers() {}

  /** Empty for a request without the key that the policy refuses. */
  static Optional<Caller> of(LimitKey key, OnMissingKey onMissingKey, Exchange exchange) {
    return named(key, exchange).or(() -> unnamed(onMissingKey, exchange));
  }

  private static Optional<Caller> named(LimitKey key, Exchange exchange) {
    if (key instanceof LimitKey.Header header) {
      // several values name one caller together; an empty value is a value, as gateways have it
      List<String> values = exchange.requestHeaders().get(header.name());
      return values.isEmpty()
          ? Optional.empty()
          : Optional.of(new Caller.HeaderValue(String.join(",", values)));
    }
    return key instanceof LimitKey.ClientIp
        ? exchange.clientAddress().map(Caller.Address::new)
        : Optional.of(new Caller.Everybody());
  }

  /** Where not even an address is known, {@code ip} refuses: it is the stricter reading. */
  private static Optional<Caller> unnamed(OnMissingKey onMissingKey, Exchange exchange) {
    return switch (onMissingKey) {
      case DENY -> Optional.empty();
      case IP -> exchange.clientAddress().map(Caller.Address::new);
      case SHARED -> Optional.of(new Caller.Keyless());
    };
  }
}
