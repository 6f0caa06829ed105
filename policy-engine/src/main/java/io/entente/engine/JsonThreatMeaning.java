package io.entente.engine;

import io.entente.policy.JsonThreat;
import java.util.Optional;

/** JSON of a bounded shape, one value in UTF-8. */
final class JsonThreatMeaning {

  private JsonThreatMeaning() {}

  /** What refuses the request; empty where nothing does. */
  static Optional<String> refusedBy(JsonThreat rule, Exchange exchange) {
    return BodyMeaning.refusedBy(
            exchange,
            BodyType.JSON,
            rule.otherBodies(),
            rule.maxBodyBytes(),
            body ->
                body.text()
                    .map(text -> JsonText.exceeded(rule, text))
                    .orElse(Optional.of("malformed")))
        .map(field -> "jsonThreat." + field);
  }
}
