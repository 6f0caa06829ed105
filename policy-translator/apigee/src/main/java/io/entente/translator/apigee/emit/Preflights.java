package io.entente.translator.apigee.emit;

import io.entente.policy.Preflight;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a browser's preflight is asked for credentials. */
final class Preflights {

  private static final String PREFLIGHT =
      "((request.verb = \"OPTIONS\") and (request.header.origin != null)"
          + " and (request.header.access-control-request-method != null))";

  private Preflights() {}

  /** All conditions, and that the request is no preflight where those pass. */
  static Optional<String> asked(Preflight preflight, String... conditions) {
    String all =
        Stream.concat(
                preflight == Preflight.PASS ? Stream.of("(!" + PREFLIGHT + ")") : Stream.empty(),
                Stream.of(conditions))
            .collect(Collectors.joining(" and "));
    return Optional.of(all).filter(text -> !text.isEmpty());
  }
}
