package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code basicAuth} as nothing: Envoy keeps no passwords of its own, and those written into its
 * documents would be of ours, as unsalted SHA-1.
 */
public final class BasicAuthEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "basicAuth";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return new RouteFilters(
        new TreeMap<>(), policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    for (String field : List.of("realm", "hideCredential", "preflight", "credentials", "mode")) {
      ledger.unsupported(
          field,
          Evidence.CREDENTIAL_STORE.grade(),
          new Stated(policy.id())
              .looser(
                  "no-credential-store",
                  ("0 passwords are asked for on each of %d nodes: Envoy has no store of credentials"
                          + " that could know one")
                      .formatted(place.nodes()),
                  "Use jwt, or ask for the password on a gateway that keeps credentials."));
    }
    return ledger.report(place.route());
  }
}
