package io.entente.engine;

import io.entente.policy.XmlThreat;
import java.util.Optional;

/** XML of a bounded shape, without a document type. */
final class XmlThreatMeaning {

  private XmlThreatMeaning() {}

  /** What refuses the request; empty where nothing does. */
  static Optional<String> refusedBy(XmlThreat rule, Exchange exchange) {
    return BodyMeaning.refusedBy(
            exchange,
            BodyType.XML,
            rule.otherBodies(),
            rule.maxBodyBytes(),
            body -> XmlText.exceeded(rule, body.stream()))
        .map(field -> "xmlThreat." + field);
  }
}
