package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** {@code graphqlLimits} as GraphQL, which counts depth and fragments and nothing else. */
public final class GraphqlLimitsEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "graphqlLimits";
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
      var rule = (GraphqlLimits) policy.spec().kind();
      uncounted(ledger, "maxFields", rule.maxFields().isPresent());
      uncounted(ledger, "maxAliases", rule.maxAliases().isPresent());
      if (rule.maxFields().isEmpty() && rule.maxAliases().isEmpty()) {
        says(ledger, rule, place);
        var draft = new GraphqlSteps(policy, place);
        draft.readable("gqlbare", true);
        draft.parsed(
            "gqlparse",
            rule.maxDepth().orElse(GraphqlSteps.UNLIMITED),
            rule.maxFragments().orElse(GraphqlSteps.UNLIMITED));
        steps.addAll(draft.steps());
      } else {
        given(ledger, "maxDepth", rule.maxDepth().isPresent());
        given(ledger, "maxFragments", rule.maxFragments().isPresent());
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  /** A limit that nobody wrote has nothing to lose. */
  private static boolean given(FieldLedger ledger, String field, boolean written) {
    if (!written) {
      ledger.withoutMeaning(field);
    }
    return written;
  }

  private static void uncounted(FieldLedger ledger, String field, boolean written) {
    if (given(ledger, field, written)) {
      ledger.unsupported(
          field,
          Evidence.OPERATION.grade(),
          new Stated(ledger.policy().id())
              .looser(
                  "not-counted",
                  "2 things are counted by the policy GraphQL, depth and fragments, and not this",
                  "Leave %s out, and limit it in the upstream.".formatted(field)));
    }
  }

  private static void says(FieldLedger ledger, GraphqlLimits rule, Place place) {
    var stated = new Stated(ledger.policy().id());
    var grade = Evidence.OPERATION.grade();
    if (given(ledger, "maxDepth", rule.maxDepth().isPresent())) {
      ledger.emitted("maxDepth", grade, List.of(depth(rule, stated)));
    }
    if (given(ledger, "maxFragments", rule.maxFragments().isPresent())) {
      ledger.emitted(
          "maxFragments",
          grade,
          List.of(
              stated.stricter(
                  "queries-counted-too",
                  "%d fragments by one sentence of Apigee's documents, queries and fragments together by another: a document of n operations may have n fewer"
                      .formatted(rule.maxFragments().orElseThrow()),
                  "Allow for the operations of a document, usually 1.")));
    }
    ledger.emitted("mode", grade, GraphqlBounds.around(stated, place));
  }

  private static Deviation depth(GraphqlLimits rule, Stated stated) {
    long most = rule.maxDepth().orElseThrow();
    String each =
        rule.maxFragments()
            .map(fragments -> Long.toString(most * (fragments + 1)))
            .orElse(most + " for the operation and each fragment it uses");
    return stated.looser(
        "depth-within-fragments",
        "whether a fragment counts where it is used is documented in 0 places: if each is measured by itself, up to %s deep instead of %d"
            .formatted(each, most),
        "Write maxFragments too.");
  }
}
