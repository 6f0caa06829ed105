package io.entente.translator.kong;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicyKind;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.kong.reverse.KongReverse;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.ReverseRequest;
import io.entente.translator.testkit.CaseRequest;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Plugins as people write them, read on the gateway of {@link Worlds}. */
final class Foreign {

  static final String PLUGIN = "0d000000-0000-4000-8000-000000000001";
  static final ObjectKey KEY = new ObjectKey("plugins", PLUGIN);
  static final String ON_ROUTE = ", route: {id: " + Worlds.ROUTE + "}";
  static final String ON_SERVICE = ", service: {id: " + Worlds.SERVICE + "}";
  static final Reach BOUND =
      new Reach.Routes(
          Set.of(new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"))));
  static final PolicyKind OFFICE = new IpFilter(List.of(Cidr.parse("10.0.0.0/8")), List.of());

  private Foreign() {}

  static String plugin(String name, String config, String more) {
    return "{id: " + PLUGIN + ", name: " + name + ", config: " + config + more + "}";
  }

  static List<PolicyKind> kinds(Reading reading) {
    return reading.policies().stream().map(FoundPolicy::kind).toList();
  }

  static Reading read(String plugins) {
    return read(Worlds.estate(plugins));
  }

  static Reading read(SortedMap<ObjectKey, NativeObject> observed) {
    return read(Worlds.request(observed, List.of()), observed);
  }

  /** On the enterprise edition, with the schemas that Kong publishes. */
  static Reading readPublished(SortedMap<ObjectKey, NativeObject> observed) {
    return read(Worlds.published(List.of()), observed);
  }

  private static Reading read(
      TranslationRequest request, SortedMap<ObjectKey, NativeObject> observed) {
    return new KongReverse()
        .read(
            new ReverseRequest(
                request.gateway(), request.profile(), request.apis(), observed, Set.of()));
  }
}
