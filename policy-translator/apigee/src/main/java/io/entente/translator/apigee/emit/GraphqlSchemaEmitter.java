package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** {@code graphqlSchema} as GraphQL that verifies by a resource of the bundle. */
public final class GraphqlSchemaEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "graphqlSchema";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      says(ledger, place);
      var draft = new GraphqlSteps(policy, place);
      draft.readable("gqsbare", true);
      draft.verified(
          "gqsverify",
          Resource.of("graphql", "graphql", ((GraphqlSchema) policy.spec().kind()).schema()));
      steps.addAll(draft.steps());
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  private static void says(FieldLedger ledger, Place place) {
    var stated = new Stated(ledger.policy().id());
    var grade = Evidence.OPERATION.grade();
    ledger.emitted(
        "schema",
        grade,
        List.of(
            stated.different(
                "rules-of-verification",
                "which rules of the specification are verified, whether a request for the schema"
                    + " itself is valid, and what is too large to be verified, is documented in 0"
                    + " places",
                "Have the upstream validate as well; servers of GraphQL do.")));
    var around = new ArrayList<>(GraphqlBounds.around(stated, place));
    if (!place.made()) {
      around.add(Resource.inSharedFlow(stated, "schema"));
    }
    ledger.emitted("mode", grade, around);
  }
}
