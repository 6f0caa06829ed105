package io.entente.translator.kong.reverse;

import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.kong.KongNames;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What policies wrote on services that we made, and on upstreams behind them. Those of others hold
 * no policy: they serve others' routes too.
 *
 * @param parts what each route probably has, still to be translated again
 * @param unread why the others hold none
 */
record MadeParts(List<Part> parts, Map<Entity, String> unread) {

  /**
   * @param service on which it was found
   */
  record Part(RouteTarget route, Entity service, List<PolicyKind> kinds) {

    Part {
      kinds = List.copyOf(kinds);
    }
  }

  MadeParts {
    parts = List.copyOf(parts);
    unread = Map.copyOf(unread);
  }

  static MadeParts of(ReverseRequest request, NativeEstate estate) {
    var parts = new ArrayList<Part>();
    var unread = new HashMap<Entity, String>();
    for (Api api : request.apis()) {
      if (!api.gateways().contains(request.gateway()) || api.upstream().isEmpty()) {
        continue;
      }
      Upstream upstream = api.upstream().get();
      for (Route route : api.routes()) {
        serviceOf(request, api, route, estate)
            .ifPresent(
                service -> {
                  try {
                    List<PolicyKind> kinds =
                        new ServiceReading(
                                service, upstream.connectTimeout(), api.routes().size() > 1)
                            .kinds(service.text("host").flatMap(estate::upstream));
                    var target = new RouteTarget(request.gateway(), api.name(), route.name());
                    if (!kinds.isEmpty()) {
                      parts.add(new Part(target, service, kinds));
                    }
                  } catch (NotSaid e) {
                    unread.put(service, e.reason());
                  } catch (IllegalArgumentException | ArithmeticException e) {
                    unread.put(
                        service, "a policy cannot hold one of its values: " + e.getMessage());
                  }
                });
      }
    }
    return new MadeParts(parts, unread);
  }

  /** Of one API's only route the service of the API, else one of the route's own. */
  private static Optional<Entity> serviceOf(
      ReverseRequest request, Api api, Route route, NativeEstate estate) {
    String place = api.routes().size() == 1 ? api.name().value() : api.name() + "/" + route.name();
    String own = KongNames.id(request.gateway(), place, KongKinds.SERVICES);
    return estate
        .route(KongNames.route(request.gateway(), api.name(), route.name()))
        .flatMap(estate::serviceOf)
        .filter(service -> service.id().equals(own));
  }

  /** To translate them again. */
  Map<RouteTarget, RouteResolution> resolutions() {
    var resolutions = new TreeMap<RouteTarget, RouteResolution>();
    for (Part part : parts) {
      var effective = new ArrayList<EffectivePolicy>();
      for (Policy policy : ReadPolicies.of(part.kinds())) {
        effective.add(new EffectivePolicy(policy, TargetRef.Kind.TENANT));
      }
      resolutions.put(part.route(), new RouteResolution(part.route(), effective, List.of()));
    }
    return resolutions;
  }

  /** Policies on services that such policies make again. */
  List<FoundPolicy> found(MadeAgain made) {
    var found = new ArrayList<FoundPolicy>();
    for (Part part : parts) {
      if (made.service(part.service())) {
        for (PolicyKind kind : part.kinds()) {
          found.add(
              new FoundPolicy(
                  part.service().from(),
                  part.service().path().toString(),
                  new Reach.Routes(Set.of(part.route())),
                  kind,
                  new TreeMap<>()));
        }
      }
    }
    return found;
  }

  /** Why a service says no policy. */
  Map<Entity, String> reasons(MadeAgain made) {
    var reasons = new HashMap<>(unread);
    for (Part part : parts) {
      if (!made.service(part.service())) {
        reasons.put(part.service(), "no policy makes this service as it is");
      }
    }
    return reasons;
  }
}
