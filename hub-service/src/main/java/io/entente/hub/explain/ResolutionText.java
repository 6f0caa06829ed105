package io.entente.hub.explain;

import io.entente.model.tree.Node;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.Loser;
import io.entente.policy.resolution.RouteResolution;
import java.util.Map;

/** What holds on a route and what lost, as printed. */
final class ResolutionText {

  private ResolutionText() {}

  static Node effective(RouteResolution resolution) {
    return Node.arr(resolution.effective().stream().map(ResolutionText::holding).toList());
  }

  static Node losers(RouteResolution resolution) {
    return Node.arr(resolution.losers().stream().map(ResolutionText::loser).toList());
  }

  private static Node holding(EffectivePolicy holding) {
    var spec = holding.policy().spec();
    return Node.obj(
        Map.of(
            "policy", Node.text(holding.policy().id().policy().value()),
            "version", Node.number(holding.policy().id().version()),
            "kind", Node.text(spec.kind().kindName()),
            "from", Node.text(holding.from().name()),
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
