package io.entente.translator.kong.emit;

import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/** {@code graphqlIntrospection} as nothing: no plugin of Kong reads what an operation asks for. */
public final class GraphqlIntrospectionEmitter implements KindEmitter {

  @Override
  public Set<String> kindNames() {
    return Set.of("graphqlIntrospection");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.nothing(policies, place, GraphqlIntrospectionEmitter::judge);
  }

  private static void judge(FieldLedger ledger) {
    if (((GraphqlIntrospection) ledger.policy().spec().kind()).allow()) {
      // nothing is to be refused, and nothing is
      ledger.emitted("allow", Evidence.NO_PLUGIN.grade());
      ledger.withoutMeaning("mode");
      return;
    }
    var why =
        new Stated(ledger.policy().id())
            .looser(
                "no-operation-reader",
                "0 plugins read what an operation asks for: every request for the schema passes",
                "Switch introspection off in the upstream, or enforce the policy on Apigee.");
    ledger.unsupported("allow", Evidence.NO_PLUGIN.grade(), why);
    ledger.unsupported("mode", Evidence.NO_PLUGIN.grade(), why);
  }
}
