package io.entente.engine;

import io.entente.policy.OtherBodies;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which bodies a rule reads: those of its type, up to a size. A body that nobody kept cannot be
 * read and is refused.
 */
final class BodyMeaning {

  private BodyMeaning() {}

  /**
   * The field that refuses; empty where none does.
   *
   * @param read what is wrong with a body of the type
   */
  static Optional<String> refusedBy(
      Exchange exchange,
      BodyType type,
      OtherBodies others,
      long maxBytes,
      Function<Payload, Optional<String>> read) {
    if (exchange.requestBytes() == 0) {
      return Optional.empty();
    }
    BodyType said = BodyType.of(exchange.requestHeaders(), type);
    if (said == BodyType.UNCLEAR) {
      return Optional.of("contentType");
    }
    if (said != type) {
      return others == OtherBodies.DENY ? Optional.of("otherBodies") : Optional.empty();
    }
    if (exchange.requestBytes() > maxBytes) {
      return Optional.of("maxBodyBytes");
    }
    return exchange.requestBody().map(read).orElse(Optional.of("body"));
  }
}
