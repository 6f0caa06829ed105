package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code graphqlIntrospection} as a look for the fields in the text of the operation: what GraphQL
 * parses into variables has a name for each place, and no condition asks all of them.
 */
public final class GraphqlIntrospectionEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "graphqlIntrospection";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment("ExtractVariables", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      if (((GraphqlIntrospection) policy.spec().kind()).allow()) {
        // nothing is to be refused, and nothing is
        ledger.emitted("allow", Evidence.OPERATION.grade());
        ledger.withoutMeaning("mode");
      } else {
        says(ledger, place);
        var draft = new GraphqlSteps(policy, place);
        draft.readable("gqxbare", false);
        draft.parsed("gqxparse", GraphqlSteps.UNLIMITED, GraphqlSteps.UNLIMITED);
        draft.textOf("gqxread", "gqxunread");
        draft.schema("gqxschema");
        steps.addAll(draft.steps());
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  private static void says(FieldLedger ledger, Place place) {
    var stated = new Stated(ledger.policy().id());
    var grade = Evidence.OPERATION.grade();
    ledger.emitted(
        "allow",
        grade,
        List.of(
            stated.stricter(
                "wherever-it-stands",
                "2 words, __schema and __type, are refused wherever they stand in the text: in a"
                    + " comment, in a literal, as another name of a field or at the end of one too",
                "None needed: names of 2 underscores belong to GraphQL itself."),
            stated.stricter(
                "no-get",
                "0 operations in the query of a GET are taken, they are answered 400: whether it is"
                    + " decoded before it is compared is documented in 0 places",
                "Have clients use POST.")));
    ledger.emitted("mode", grade, GraphqlBounds.around(stated, place));
  }
}
