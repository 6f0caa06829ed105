package io.entente.translator.envoy.emit;

import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import java.util.List;
import java.util.TreeMap;

/** {@code graphqlIntrospection} as nothing: no filter of Envoy reads an operation. */
public final class GraphqlIntrospectionEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "graphqlIntrospection";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return new RouteFilters(
        new TreeMap<>(),
        policies.stream().flatMap(policy -> one(policy, place).fidelity().stream()).toList());
  }

  private static RouteFilters one(Policy policy, Place place) {
    if (((GraphqlIntrospection) policy.spec().kind()).allow()) {
      // nothing is to be refused, and nothing is
      var ledger = new FieldLedger(policy);
      ledger.emitted("allow", Evidence.NO_FILTER.grade());
      ledger.withoutMeaning("mode");
      return new RouteFilters(new TreeMap<>(), List.of(ledger.report(place.route())));
    }
    return CalloutOnly.refused(
        List.of(policy),
        place,
        "no-operation-reader",
        "0 operations are read on each of %d nodes: every request for the schema passes, and no service runs that ext_proc could ask"
            .formatted(place.nodes()),
        "Switch introspection off in the upstream, or enforce the policy on Apigee.");
  }
}
