package io.entente.translator.envoy.emit;

import io.entente.policy.Policy;
import java.util.List;

/** {@code openApiValidation} as nothing: no filter of Envoy validates by a document. */
public final class OpenApiValidationEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "openApiValidation";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return CalloutOnly.refused(
        policies,
        place,
        "no-validator",
        "0 requests are held against a document on each of %d nodes: no filter of Envoy does, and no service runs that ext_proc could ask"
            .formatted(place.nodes()),
        "Have the upstream validate, or enforce the policy on Kong Gateway Enterprise or Apigee.");
  }
}
