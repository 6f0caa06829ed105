package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.PolicyKind;
import io.entente.translator.envoy.emit.KindEmitter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of policy that our emitter makes of several filters together. */
interface OwnKind {

  /**
   * A policy that filters say together.
   *
   * @param filters names of those that say it
   */
  record Match(PolicyKind kind, Acting at, Set<String> filters) {
    public Match {
      filters = Set.copyOf(filters);
    }
  }

  /** Where they say exactly what our emitter writes. */
  Optional<Match> match(Map<String, Acting> acting, NativeRoute route, Chain chain);

  /** The configuration of a filter, where something nearer than the chain says it alone. */
  static Optional<Acting> said(Map<String, Acting> acting, String filter) {
    return Optional.ofNullable(acting.get(filter))
        .filter(a -> a.scope() != Scope.CHAIN)
        .filter(
            a -> a.further().stream().noneMatch(c -> c.message().field("mutations").isPresent()));
  }

  /** A match where each of {@code family} is as the emitter writes it, or absent as there. */
  static Optional<Match> confirmed(
      KindEmitter emitter,
      PolicyKind kind,
      Acting at,
      Set<String> family,
      Map<String, Acting> acting) {
    var emitted = Emitted.configs(emitter, kind, 1);
    for (String filter : family) {
      Optional<Node.Obj> theirs =
          said(acting, filter).filter(a -> a.scope() == at.scope()).map(Acting::message);
      if (!theirs.equals(Optional.ofNullable(emitted.get(filter)))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(kind, at, emitted.keySet()));
  }
}
