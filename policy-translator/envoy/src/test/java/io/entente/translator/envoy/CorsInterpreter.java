package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.envoy.emit.FilterNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an emitted CorsPolicy and the edits around it make of an answer, as Envoy 1.40 does it: the
 * origin is echoed, a preflight gets methods, headers and age whoever asks.
 */
final class CorsInterpreter {

  private final Map<String, Node> filters;

  CorsInterpreter(Map<String, Node> filters) {
    this.filters = filters;
  }

  /** The answer to a preflight that does not reach the upstream. */
  Optional<SortedMap<String, List<String>>> preflight(String method, Map<String, String> request) {
    Node policy = filters.get(FilterNames.CORS);
    boolean asked =
        method.equals("OPTIONS")
            && !request.getOrDefault("origin", "").isEmpty()
            && !request.getOrDefault("access-control-request-method", "").isEmpty();
    if (!asked || (bool(policy, "forward_not_matching_preflights") && !matches(policy, request))) {
      return Optional.empty();
    }
    var answer = new TreeMap<String, List<String>>();
    for (String part : List.of("allow_methods", "allow_headers", "max_age")) {
      ((Node.Obj) policy)
          .field(part)
          .ifPresent(
              value ->
                  answer.put(
                      "access-control-" + part.replace('_', '-'), List.of(Requests.text(value))));
    }
    return Optional.of(answered(request, answer));
  }

  /** Any answer on its way back through the filters. */
  SortedMap<String, List<String>> answered(
      Map<String, String> request, SortedMap<String, List<String>> answer) {
    Node policy = filters.get(FilterNames.CORS);
    SortedMap<String, List<String>> out = mutated(FilterNames.CORS_UPSTREAM, answer);
    if (matches(policy, request)) {
      out.put("access-control-allow-origin", List.of(request.get("origin")));
      if (bool(policy, "allow_credentials")) {
        out.put("access-control-allow-credentials", List.of("true"));
      }
      ((Node.Obj) policy)
          .field("expose_headers")
          .ifPresent(
              names -> out.put("access-control-expose-headers", List.of(Requests.text(names))));
    }
    return mutated(FilterNames.CORS_ANY_ORIGIN, out);
  }

  private SortedMap<String, List<String>> mutated(
      String filter, SortedMap<String, List<String>> answer) {
    Node config = filters.get(filter);
    return config == null
        ? new TreeMap<>(answer)
        : HeaderMutationInterpreter.mutate(
            answer, Requests.items(Requests.field(config, "mutations"), "response_mutations"));
  }

  private static boolean matches(Node policy, Map<String, String> request) {
    String origin = request.getOrDefault("origin", "");
    return !origin.isEmpty()
        && Requests.items(policy, "allow_origin_string_match").stream()
            .map(matcher -> Requests.text(Requests.field(matcher, "exact")))
            .anyMatch(allowed -> allowed.equals("*") || allowed.equals(origin));
  }

  private static boolean bool(Node policy, String field) {
    return ((Scalar.Bool) ((Node.Value) Requests.field(policy, field)).value()).value();
  }
}
