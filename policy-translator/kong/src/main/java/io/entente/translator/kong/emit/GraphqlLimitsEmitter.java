package io.entente.translator.kong.emit;

import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/**
 * {@code graphqlLimits} as nothing: the one plugin that looks into operations,
 * graphql-rate-limiting-advanced of the enterprise edition, adds a cost of its own formula to a
 * rate, and asks the upstream for its schema to do so.
 */
public final class GraphqlLimitsEmitter implements KindEmitter {

  @Override
  public Set<String> kindNames() {
    return Set.of("graphqlLimits");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.nothing(policies, place, GraphqlLimitsEmitter::refuse);
  }

  private static void refuse(FieldLedger ledger) {
    var why =
        new Stated(ledger.policy().id())
            .looser(
                "no-operation-limits",
                "0 plugins limit depth, fields, aliases or fragments; the cost of"
                    + " graphql-rate-limiting-advanced is of another formula and counts over time",
                "Limit operations in the upstream, or enforce the policy on Apigee.");
    KindFields.of(ledger.policy()).entrySet().stream()
        .filter(field -> !field.getValue().equals("none"))
        .forEach(field -> ledger.unsupported(field.getKey(), Evidence.NO_PLUGIN.grade(), why));
    KindFields.of(ledger.policy()).entrySet().stream()
        .filter(field -> field.getValue().equals("none"))
        .forEach(field -> ledger.withoutMeaning(field.getKey()));
  }
}
