package io.entente.hub.explain;

import io.entente.hub.explain.ApiExplanation.CameTo;
import io.entente.hub.explain.ApiExplanation.ForCallers;
import io.entente.hub.explain.ApiExplanation.Holding;
import io.entente.hub.explain.ApiExplanation.Lost;
import io.entente.hub.explain.ApiExplanation.OnKind;
import io.entente.hub.explain.ApiExplanation.OnRoute;
import io.entente.hub.explain.ApiExplanation.ShadowedBy;
import io.entente.hub.plan.ClaimCodec;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.StoredTree;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.Loser;
import io.entente.policy.resolution.RouteResolution;
import io.entente.translator.Shadowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What holds on the routes of one gateway, kind by kind.
 *
 * @param applied what was applied last
 * @param drift the gateway's open drift
 */
record RouteKinds(Desired desired, SortedMap<ObjectKey, NativeObject> applied, List<Node> drift) {

  OnRoute of(RouteResolution resolution) {
    String place = resolution.target().api() + "/" + resolution.target().route();
    var everybody = kinds(resolution.effective(), resolution.losers(), place);
    return new OnRoute(
        resolution.target().route().value(),
        everybody,
        resolution.callers().stream()
            .map(
                set ->
                    new ForCallers(
                        List.copyOf(set.consumers()),
                        kinds(set.effective(), set.losers(), place).stream()
                            .filter(kind -> !everybody.contains(kind))
                            .toList()))
            .toList());
  }

  private List<OnKind> kinds(List<EffectivePolicy> effective, List<Loser> losers, String place) {
    var kinds = new TreeSet<String>();
    effective.forEach(one -> kinds.add(kind(one.policy())));
    losers.forEach(one -> kinds.add(kind(one.policy())));
    return kinds.stream().map(kind -> kind(effective, losers, place, kind)).toList();
  }

  private OnKind kind(
      List<EffectivePolicy> effective, List<Loser> losers, String place, String kind) {
    var holding = effective.stream().filter(one -> kind(one.policy()).equals(kind)).toList();
    return new OnKind(
        kind,
        holding.stream().map(one -> holding(one, place)).toList(),
        losers.stream()
            .filter(one -> kind(one.policy()).equals(kind))
            .map(RouteKinds::lost)
            .toList(),
        desired.translation().shadowed().stream()
            .filter(one -> one.target().equals(place))
            .filter(one -> holding.stream().anyMatch(h -> h.policy().id().equals(one.policy())))
            .map(RouteKinds::shadowed)
            .toList());
  }

  private Holding holding(EffectivePolicy holding, String place) {
    Policy policy = holding.policy();
    PolicyName name = policy.id().policy();
    Optional<FidelityGrade> grade =
        desired.translation().fidelity().entries().stream()
            .filter(one -> one.policy().equals(policy.id()) && one.target().equals(place))
            .map(PolicyFidelity::grade)
            .findFirst();
    return new Holding(
        name.value(),
        policy.id().version(),
        holding.level(),
        policy.spec().merge().name(),
        policy.spec().priority(),
        PolicyValues.of(policy),
        grade,
        objects(name),
        drifted(name));
  }

  private List<CameTo> objects(PolicyName policy) {
    var objects = new ArrayList<CameTo>();
    desired
        .translation()
        .objects()
        .forEach(
            (key, object) -> {
              List<Claim> claims =
                  object.claims().stream()
                      .filter(claim -> claim.sources().stream().anyMatch(s -> of(policy, s)))
                      .toList();
              if (!claims.isEmpty()) {
                objects.add(
                    new CameTo(
                        key.toString(),
                        claims.stream().flatMap(ClaimedText::places).sorted().toList(),
                        object.equals(applied.get(key))));
              }
            });
    return objects;
  }

  private int drifted(PolicyName policy) {
    return (int)
        drift.stream()
            .filter(
                row ->
                    StoredTree.items(row, "sources").stream()
                        .map(ClaimCodec::readSource)
                        .anyMatch(source -> of(policy, source)))
            .count();
  }

  private static boolean of(PolicyName policy, ClaimSource source) {
    return source instanceof ClaimSource.OfPolicy of && of.version().policy().equals(policy);
  }

  private static String kind(Policy policy) {
    return policy.spec().kind().kindName();
  }

  private static Lost lost(Loser loser) {
    return new Lost(
        loser.policy().id().policy().value(),
        loser.policy().id().version(),
        loser.why().name(),
        loser.winner().toString(),
        loser.reason());
  }

  private static ShadowedBy shadowed(Shadowed shadowed) {
    return new ShadowedBy(
        shadowed.policy().policy().value(),
        shadowed.policy().version(),
        shadowed.by().toString(),
        shadowed.reason());
  }
}
