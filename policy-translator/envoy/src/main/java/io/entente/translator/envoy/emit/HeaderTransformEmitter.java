package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code headerTransform} as {@code header_mutation}: the edits of all policies in order. */
public final class HeaderTransformEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "headerTransform";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var request = new ArrayList<Node>();
    var response = new ArrayList<Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      if (policy.spec().mode() == Mode.ENFORCE) {
        var transform = (HeaderTransform) policy.spec().kind();
        request(transform.request(), request, ledger);
        response(transform.response(), response, ledger);
        ledger.emitted("mode", Evidence.HEADER_EDIT.grade());
      } else {
        ledger.unsupported("mode", Evidence.OBSERVED_HEADERS.grade(), cannotObserve(policy));
      }
      fidelity.add(ledger.report(place.route()));
    }
    var configs = new TreeMap<String, Node>();
    if (!request.isEmpty() || !response.isEmpty()) {
      configs.put(FilterNames.HEADER_MUTATION, HeaderMutationDocument.of(request, response));
    }
    return new RouteFilters(configs, fidelity);
  }

  /** The filter of the chain that a route configures. */
  public static Node inChain() {
    return HeaderMutationDocument.inert();
  }

  private static void request(List<Edit> edits, List<Node> mutations, FieldLedger ledger) {
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      mutations.add(HeaderMutationDocument.mutation(edit));
      if (edit.name().startsWith("x-envoy-")) {
        ledger.emitted(
            "request[" + i + "]",
            Evidence.ROUTER_HEADER.grade(),
            List.of(
                deviation(
                    ledger.policy(),
                    "router-header",
                    "1 header, " + edit.name() + ", may steer Envoy's router and not be forwarded",
                    "Use a name that does not start with x-envoy-.")));
      } else {
        ledger.emitted("request[" + i + "]", Evidence.HEADER_EDIT.grade());
      }
    }
  }

  private static void response(List<Edit> edits, List<Node> mutations, FieldLedger ledger) {
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      mutations.add(HeaderMutationDocument.mutation(edit));
      if (edit.name().equals("upgrade") && !(edit instanceof Edit.Remove)) {
        ledger.emitted(
            "response[" + i + "]",
            Evidence.HEADER_EDIT.grade(),
            List.of(
                deviation(
                    ledger.policy(),
                    "hop-by-hop",
                    "1 header, upgrade, is taken off again unless the connection is upgraded",
                    "None: the header belongs to the connection.")));
      } else {
        ledger.emitted("response[" + i + "]", Evidence.HEADER_EDIT.grade());
      }
    }
  }

  private static Deviation cannotObserve(Policy policy) {
    return deviation(
        policy,
        "observe-not-possible",
        "0 headers are edited and 0 edits are reported: Envoy either edits headers or does not",
        "Set mode: enforce.");
  }

  private static Deviation deviation(Policy policy, String code, String bound, String remedy) {
    return new Deviation(code, Direction.DIFFERENT, bound, remedy, List.of(policy.id()));
  }
}
