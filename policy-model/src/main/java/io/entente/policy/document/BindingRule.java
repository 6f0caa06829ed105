package io.entente.policy.document;

import io.entente.model.estate.Binding;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A binding names routes of its document, and a gateway that Entente does not make the API on. */
record BindingRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    List<Binding> bindings = values.find(BindingShape.BINDINGS).orElse(List.of());
    for (int i = 0; i < bindings.size(); i++) {
      Binding binding = bindings.get(i);
      NodePath at = path.field("bindings").index(i);
      if (values.find(ApiSpecShape.GATEWAYS).orElse(List.of()).contains(binding.gateway())) {
        findings.add(
            problem(
                "BOUND_TWICE",
                at.field("gateway"),
                binding.gateway().value(),
                "Take the gateway out of gateways or out of bindings."));
      }
      unknownRoutes(values, binding, at, findings);
    }
  }

  private static void unknownRoutes(
      Values values, Binding binding, NodePath at, Findings findings) {
    var routes = values.find(RouteShape.ROUTES);
    if (routes.isEmpty()) {
      return;
    }
    var names = routes.get().stream().map(route -> route.name()).collect(Collectors.toSet());
    for (var route : binding.routes().keySet()) {
      if (!names.contains(route)) {
        findings.add(
            problem(
                "UNKNOWN_ROUTE",
                at.field("routes").field(route.value()),
                route.value(),
                "Name a route of this document."));
      }
    }
  }

  private static Problem problem(String code, NodePath at, String value, String nextStep) {
    return Problem.user(code, at + " cannot be bound", at.toString(), value, nextStep);
  }

  @Override
  public String says() {
    return "A gateway is in gateways or in bindings, not in both; a binding names routes of this"
        + " document.";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "x-boundOnce", Node.text("gateways, bindings[].gateway"),
            "x-routesOf", Node.text("bindings[].routes: routes[].name")));
  }
}
