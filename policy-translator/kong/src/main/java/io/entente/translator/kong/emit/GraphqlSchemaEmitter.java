package io.entente.translator.kong.emit;

import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/**
 * {@code graphqlSchema} as nothing: degraphql turns paths into queries, and
 * graphql-rate-limiting-advanced asks the upstream for its schema to count by; neither refuses what
 * is not valid.
 */
public final class GraphqlSchemaEmitter implements KindEmitter {

  @Override
  public Set<String> kindNames() {
    return Set.of("graphqlSchema");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.nothing(policies, place, GraphqlSchemaEmitter::refuse);
  }

  private static void refuse(FieldLedger ledger) {
    var why =
        new Stated(ledger.policy().id())
            .looser(
                "no-operation-validator",
                "0 plugins of either edition validate an operation against a schema: every"
                    + " operation passes",
                "Have the upstream validate, or enforce the policy on Apigee.");
    for (String field : List.of("schema", "mode")) {
      ledger.unsupported(field, Evidence.NO_PLUGIN.grade(), why);
    }
  }
}
