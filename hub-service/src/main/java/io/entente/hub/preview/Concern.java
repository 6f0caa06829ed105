package io.entente.hub.preview;

import io.entente.model.estate.Gateway;
import io.entente.model.identity.PolicyName;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.policy.resolution.RouteResolution;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What policies of a text have to do with a gateway.
 *
 * @param routes that they reach, holding there or not, printed {@code api/route}
 * @param rivals whom they win or lose against
 * @param left whether one of them, as it is stored, reaches a route that it would not reach any
 *     more
 */
record Concern(List<String> routes, List<RivalView> rivals, boolean left) {

  static Concern of(Gateway gateway, DraftEstate before, DraftEstate after, Set<PolicyName> names) {
    var resolved = resolve(gateway, after);
    var routes = reached(resolved, names);
    var rivals =
        resolved.stream()
            .flatMap(
                at ->
                    at.lostAnywhere()
                        .filter(
                            loser ->
                                names.contains(loser.policy().id().policy())
                                    || names.contains(loser.winner().policy()))
                        .map(loser -> RivalView.of(at.target(), loser)))
            .toList();
    boolean left = !routes.containsAll(reached(resolve(gateway, before), names));
    return new Concern(routes, rivals, left);
  }

  boolean any() {
    return left || !routes.isEmpty();
  }

  private static List<RouteResolution> resolve(Gateway gateway, DraftEstate estate) {
    return List.copyOf(
        EffectivePolicyResolver.resolve(gateway, estate.apis(gateway.id()), estate.policies())
            .values());
  }

  private static List<String> reached(List<RouteResolution> resolved, Set<PolicyName> names) {
    return resolved.stream()
        .filter(
            at ->
                Stream.concat(
                        at.everywhere().map(holding -> holding.policy()),
                        at.lostAnywhere().map(loser -> loser.policy()))
                    .anyMatch(policy -> names.contains(policy.id().policy())))
        .map(at -> at.target().api() + "/" + at.target().route())
        .toList();
  }
}
