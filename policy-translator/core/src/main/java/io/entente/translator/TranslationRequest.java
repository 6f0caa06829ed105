package io.entente.translator;

import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to hold on one gateway.
 *
 * @param gateway which gateway
 * @param profile what it can do
 * @param apis the APIs bound to it, sorted by name
 * @param observed what the gateway holds, ours included, as last read completely; foreign objects
 *     may keep ours from acting
 * @param resolutions what holds on each route; a route that is absent has no policy
 */
public record TranslationRequest(
    GatewayId gateway,
    GatewayProfile profile,
    List<Api> apis,
    SortedMap<ObjectKey, NativeObject> observed,
    Map<RouteTarget, RouteResolution> resolutions) {

  public TranslationRequest {
    apis = apis.stream().sorted(Comparator.comparing(Api::name)).toList();
    observed = Collections.unmodifiableSortedMap(new TreeMap<>(observed));
    resolutions = Map.copyOf(resolutions);
  }

  /** The policies that hold on a route for everybody, in order of application. */
  public List<EffectivePolicy> effective(RouteTarget target) {
    return resolution(target).effective();
  }

  /** What holds on a route, and for whom. */
  public RouteResolution resolution(RouteTarget target) {
    var resolution = resolutions.get(target);
    return resolution == null ? new RouteResolution(target, List.of(), List.of()) : resolution;
  }
}
