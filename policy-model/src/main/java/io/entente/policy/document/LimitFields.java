package io.entente.policy.document;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;

/** What every limit says of its key. */
final class LimitFields {

  private static final String HEADER = "header:";

  private static final Shape<LimitKey> KEYS =
      TextShape.of(
              "route, clientIp, or header:<name> with a lower-case header name",
              "route|clientIp|" + HEADER + NameShapes.HEADER.pattern().pattern(),
              HEADER.length() + 128)
          .as(LimitFields::key, LimitFields::text);

  static final Field<LimitKey> KEY =
      Field.withDefault(
          "key",
          KEYS,
          new LimitKey.Route(),
          "What is counted apart: the whole route, each client address, or each value of a header.");

  static final Field<OnMissingKey> ON_MISSING_KEY =
      Field.withDefault(
          "onMissingKey",
          ChoiceShape.lowerCamel(OnMissingKey.class),
          OnMissingKey.DENY,
          "What happens to a request without the key: refused, counted by client address, or"
              + " counted together with all such requests.");

  private LimitFields() {}

  private static LimitKey key(String text) {
    if (text.equals("route")) {
      return new LimitKey.Route();
    }
    return text.equals("clientIp")
        ? new LimitKey.ClientIp()
        : new LimitKey.Header(text.substring(HEADER.length()));
  }

  private static String text(LimitKey key) {
    if (key instanceof LimitKey.Header header) {
      return HEADER + header.name();
    }
    return key instanceof LimitKey.ClientIp ? "clientIp" : "route";
  }
}
