package io.entente.hub.preview;

import io.entente.policy.resolution.Loser;
import io.entente.policy.resolution.RouteTarget;

/**
 * Two policies of which only one can hold on a route.
 *
 * @param target the route, printed {@code api/route}
 * @param policy that does not hold
 * @param version of it
 * @param kind of both
 * @param why {@code OVERRIDDEN} or {@code CONFLICTED}
 * @param winner the policy that holds instead
 * @param winnerVersion of it
 * @param reason one sentence
 */
public record RivalView(
    String target,
    String policy,
    int version,
    String kind,
    String why,
    String winner,
    int winnerVersion,
    String reason) {

  static RivalView of(RouteTarget target, Loser loser) {
    return new RivalView(
        target.api() + "/" + target.route(),
        loser.policy().id().policy().value(),
        loser.policy().id().version(),
        loser.policy().spec().kind().kindName(),
        loser.why().name(),
        loser.winner().policy().value(),
        loser.winner().version(),
        loser.reason());
  }
}
