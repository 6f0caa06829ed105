package io.entente.engine;

import io.entente.engine.GraphqlText.Counted;
import io.entente.engine.JwtMeaning.Refusal;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.GraphqlSchema;
import java.util.Optional;

/** Operations of a bounded size that a schema takes; what cannot be read is refused. */
final class GraphqlMeaning {

  private GraphqlMeaning() {}

  static Optional<Refusal> refused(GraphqlLimits rule, Exchange exchange) {
    if (GraphqlRequest.asksNothing(exchange)) {
      return Optional.empty();
    }
    Optional<Counted> counted = GraphqlRequest.document(exchange).flatMap(GraphqlText::read);
    return (counted.isEmpty() ? Optional.of("document") : beyond(rule, counted.get()))
        .map(field -> new Refusal(400, "graphqlLimits." + field));
  }

  static Optional<Refusal> refused(GraphqlIntrospection rule, Exchange exchange) {
    if (rule.allow() || GraphqlRequest.asksNothing(exchange)) {
      return Optional.empty();
    }
    Optional<Counted> counted = GraphqlRequest.document(exchange).flatMap(GraphqlText::read);
    if (counted.isEmpty()) {
      return Optional.of(new Refusal(400, "graphqlIntrospection.document"));
    }
    return counted.get().introspects()
        ? Optional.of(new Refusal(403, "graphqlIntrospection.allow"))
        : Optional.empty();
  }

  static Optional<Refusal> refused(GraphqlSchema rule, Exchange exchange) {
    if (GraphqlRequest.asksNothing(exchange)) {
      return Optional.empty();
    }
    Optional<String> document = GraphqlRequest.document(exchange);
    if (document.isEmpty()) {
      return Optional.of(new Refusal(400, "graphqlSchema.document"));
    }
    return GraphqlTypes.of(rule.schema()).filter(types -> types.take(document.get())).isPresent()
        ? Optional.empty()
        : Optional.of(new Refusal(400, "graphqlSchema.schema"));
  }

  private static Optional<String> beyond(GraphqlLimits rule, Counted counted) {
    return more(rule.maxDepth(), counted.depth(), "maxDepth")
        .or(() -> more(rule.maxFields(), counted.fields(), "maxFields"))
        .or(() -> more(rule.maxAliases(), counted.aliases(), "maxAliases"))
        .or(() -> more(rule.maxFragments(), counted.fragments(), "maxFragments"));
  }

  private static Optional<String> more(Optional<Integer> most, int counted, String field) {
    return most.filter(limit -> counted > limit).map(limit -> field);
  }
}
