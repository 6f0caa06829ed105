package io.entente.engine;

import io.entente.engine.CounterKey.Caller;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.policy.RateLimit.Key;
import io.entente.policy.RateLimit.OnMissingKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * At most so many accepted requests in any window, its beginning excluded: two requests exactly one
 * window apart do not meet. Refused requests are not counted.
 */
final class RateLimitMeaning {

  private RateLimitMeaning() {}

  /** What one limit says to one request. */
  sealed interface Verdict {

    /** Accepted, to be counted under {@code key} if every other limit accepts too. */
    record Accept(CounterKey key, Duration window) implements Verdict {}

    record OverLimit(Duration retryAfter) implements Verdict {}

    /** No key, and the policy refuses such requests; waiting does not help. */
    record NoKey() implements Verdict {}
  }

  static Verdict judge(
      Policy policy, RateLimit limit, Exchange exchange, State state, Instant now) {
    Optional<Caller> caller = caller(limit, exchange);
    if (caller.isEmpty()) {
      return new Verdict.NoKey();
    }
    var key = new CounterKey(policy.id().policy(), exchange.route(), caller.get());
    return state
        .log(key, now, limit.window())
        .filter(log -> log.accepted() >= limit.requests())
        .<Verdict>map(
            log -> new Verdict.OverLimit(Duration.between(now, log.free(limit.requests()))))
        .orElseGet(() -> new Verdict.Accept(key, limit.window()));
  }

  private static Optional<Caller> caller(RateLimit limit, Exchange exchange) {
    return named(limit.key(), exchange).or(() -> unnamed(limit.onMissingKey(), exchange));
  }

  private static Optional<Caller> named(Key key, Exchange exchange) {
    if (key instanceof Key.Header header) {
      // several values name one caller together; an empty value is a value, as gateways have it
      List<String> values = exchange.requestHeaders().get(header.name());
      return values.isEmpty()
          ? Optional.empty()
          : Optional.of(new Caller.HeaderValue(String.join(",", values)));
    }
    return key instanceof Key.ClientIp
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
