package io.entente.hub.takeover;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.PolicyName;
import io.entente.reconciliation.Takeover;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A takeover as stored.
 *
 * @param policies that were read out of it
 * @param by who asked for it
 * @param at when
 * @param released how it ended; empty while it is in force
 */
record StoredTakeover(
    GatewayId gateway,
    Takeover takeover,
    List<PolicyName> policies,
    String by,
    Instant at,
    Optional<Release> released) {

  StoredTakeover {
    policies = List.copyOf(policies);
  }

  /** What was taken over was given back. */
  record Release(String by, Instant at) {}
}
