package io.entente.translator.envoy.emit;

import io.entente.policy.Policy;
import java.util.List;

/** {@code graphqlSchema} as nothing: no filter of Envoy reads an operation. */
public final class GraphqlSchemaEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "graphqlSchema";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return CalloutOnly.refused(
        policies,
        place,
        "no-operation-reader",
        "0 operations are read on each of %d nodes: no filter of Envoy does, and no service runs that ext_proc could ask"
            .formatted(place.nodes()),
        "Have the upstream validate, or enforce the policy on Apigee.");
  }
}
