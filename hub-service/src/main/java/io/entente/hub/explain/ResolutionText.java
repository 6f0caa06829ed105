package io.entente.hub.explain;

import io.entente.model.tree.Node;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.Loser;
import io.entente.policy.resolution.RouteResolution;
import java.util.List;
import java.util.Map;

/** What holds on a route and what lost, as printed. */
final class ResolutionText {

  private ResolutionText() {}

  static Node effective(RouteResolution resolution) {
    return effective(resolution.effective());
  }

  static Node losers(RouteResolution resolution) {
    return losers(resolution.losers());
  }

  /** For those whom policies name: all that holds for them, and all that does not. */
  static Node callers(RouteResolution resolution) {
    return Node.arr(
        resolution.callers().stream()
            .<Node>map(
                set ->
                    Node.obj(
                        Map.of(
                            "consumers",
                            Node.arr(set.consumers().stream().map(Node::text).toList()),
                            "effective",
                            effective(set.effective()),
                            "losers",
                            losers(set.losers()))))
            .toList());
  }

  private static Node effective(List<EffectivePolicy> effective) {
    return Node.arr(effective.stream().map(ResolutionText::holding).toList());
  }

  private static Node losers(List<Loser> losers) {
    return Node.arr(losers.stream().map(ResolutionText::loser).toList());
  }

  private static Node holding(EffectivePolicy holding) {
    var spec = holding.policy().spec();
    return Node.obj(
        Map.of(
            "policy", Node.text(holding.policy().id().policy().value()),
            "version", Node.number(holding.policy().id().version()),
            "kind", Node.text(spec.kind().kindName()),
            "from", Node.text(holding.level()),
            "merge", Node.text(spec.merge().name()),
            "priority", Node.number(spec.priority())));
  }

  private static Node loser(Loser loser) {
    return Node.obj(
        Map.of(
            "policy", Node.text(loser.policy().id().policy().value()),
            "version", Node.number(loser.policy().id().version()),
            "kind", Node.text(loser.policy().spec().kind().kindName()),
            "why", Node.text(loser.why().name()),
            "winner", Node.text(loser.winner().toString()),
            "reason", Node.text(loser.reason())));
  }
}
