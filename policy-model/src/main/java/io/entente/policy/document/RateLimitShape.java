package io.entente.policy.document;

import io.entente.policy.RateLimit;
import io.entente.policy.RateLimit.Key;
import io.entente.policy.RateLimit.OnMissingKey;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.WholeNumberShape;
import java.time.Duration;
import java.util.List;

/** The member {@code rateLimit}. */
final class RateLimitShape {

  private static final String HEADER = "header:";

  private static final Shape<Key> KEYS =
      TextShape.of(
              "route, clientIp, or header:<name> with a lower-case header name",
              "route|clientIp|" + HEADER + NameShapes.HEADER.pattern().pattern(),
              HEADER.length() + 128)
          .as(RateLimitShape::key, RateLimitShape::text);

  static final Field<Long> REQUESTS =
      Field.required(
          "requests",
          new WholeNumberShape(1, 1_000_000_000),
          "How many requests are accepted in any window; the next is answered 429.");

  static final Field<Duration> WINDOW =
      Field.required(
          "window",
          DurationShape.upTo(Duration.ofDays(366), DurationShape.Unit.SECONDS),
          "How long the sliding window is, from 1s to 366d, for example 1m.");

  static final Field<Key> KEY =
      Field.withDefault(
          "key",
          KEYS,
          new Key.Route(),
          "What is counted apart: the whole route, each client address, or each value of a header.");

  static final Field<OnMissingKey> ON_MISSING_KEY =
      Field.withDefault(
          "onMissingKey",
          ChoiceShape.lowerCamel(OnMissingKey.class),
          OnMissingKey.DENY,
          "What happens to a request without the key: refused, counted by client address, or"
              + " counted together with all such requests.");

  static final Shape<RateLimit> SHAPE =
      ObjectShape.of(
          List.of(REQUESTS, WINDOW, KEY, ON_MISSING_KEY),
          List.of(),
          read ->
              new RateLimit(
                  read.get(REQUESTS), read.get(WINDOW), read.get(KEY), read.get(ON_MISSING_KEY)),
          (limit, out) -> {
            out.put(REQUESTS, limit.requests());
            out.put(WINDOW, limit.window());
            out.put(KEY, limit.key());
            out.put(ON_MISSING_KEY, limit.onMissingKey());
          });

  private RateLimitShape() {}

  private static Key key(String text) {
    if (text.equals("route")) {
      return new Key.Route();
    }
    return text.equals("clientIp")
        ? new Key.ClientIp()
        : new Key.Header(text.substring(HEADER.length()));
  }

  private static String text(Key key) {
    if (key instanceof Key.Header header) {
      return HEADER + header.name();
    }
    return key instanceof Key.ClientIp ? "clientIp" : "route";
  }
}
