package io.entente.translator.apigee.emit;

import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Jwt;
import io.entente.policy.PolicyKind;
import java.util.Optional;

/** The flow variables that hold what callers show. */
public final class Credentials {

  private Credentials() {}

  /** All values of it together; empty for a kind that asks for none. */
  public static Optional<String> of(PolicyKind kind) {
    if (kind instanceof ApiKey rule) {
      return Optional.of(
          (rule.in() == In.HEADER ? "request.header." : "request.queryparam.")
              + rule.name()
              + ".values.string");
    }
    return kind instanceof Jwt rule
        ? Optional.of("request.header." + rule.from().header() + ".values.string")
        : Optional.empty();
  }
}
