package io.entente.engine;

import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import java.util.Collections;
import java.util.Optional;

/** Who of the callers that are known may go on. Who is denied may not, allowed or not. */
final class ConsumerAccessMeaning {

  private ConsumerAccessMeaning() {}

  /** The rule that refuses the caller; empty where none does. */
  static Optional<String> refusedBy(ConsumerAccess rule, Optional<Identity> caller) {
    if (caller.isEmpty()) {
      return rule.onUnknown() == OnUnknown.DENY
          ? Optional.of("consumerAccess.onUnknown")
          : Optional.empty();
    }
    if (isAmong(rule.deny(), caller.get())) {
      return Optional.of("consumerAccess.deny");
    }
    return rule.allow().isNobody() || isAmong(rule.allow(), caller.get())
        ? Optional.empty()
        : Optional.of("consumerAccess.allow");
  }

  private static boolean isAmong(Callers callers, Identity caller) {
    return callers.consumers().contains(caller.name())
        || !Collections.disjoint(callers.groups(), caller.groups());
  }
}
