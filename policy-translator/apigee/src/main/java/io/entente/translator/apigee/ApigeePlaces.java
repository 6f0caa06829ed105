package io.entente.translator.apigee;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.ApiKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.emit.Credentials;
import io.entente.translator.apigee.emit.Identity;
import io.entente.translator.apigee.emit.Ingest;
import io.entente.translator.apigee.emit.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What emitters must know of the places of one request. */
final class ApigeePlaces {

  private static final Set<String> LIMITS = Set.of("rateLimit", "spikeArrest", "quota");

  private final TranslationRequest request;
  private final Optional<Ingest> ingest;

  ApigeePlaces(TranslationRequest request) {
    this.request = request;
    this.ingest = Ingest.read(request.profile().settings());
  }

  RouteTarget target(PlacedRoute placed) {
    return new RouteTarget(request.gateway(), placed.api().name(), placed.route().name());
  }

  Place bound(PlacedRoute placed, NativeEndpoint endpoint) {
    return place(
        placed,
        false,
        endpoint.key(),
        endpoint.crossOrigin(),
        endpoint.faultRules(),
        endpoint.basePath());
  }

  Place made(PlacedRoute placed, MadeApi api) {
    return place(placed, true, api.endpoint(), new TreeSet<>(), 0, api.basePath());
  }

  private Place place(
      PlacedRoute placed,
      boolean made,
      ObjectKey endpoint,
      SortedSet<String> crossOrigin,
      int faultRules,
      String basePath) {
    List<String> enforced =
        request
            .resolution(target(placed))
            .everywhere()
            .map(EffectivePolicy::policy)
            .distinct()
            .map(Policy::spec)
            .filter(spec -> spec.mode() == Mode.ENFORCE)
            .map(spec -> spec.kind().kindName())
            .toList();
    return new Place(
        placed.api().name().value(),
        placed.route().name().value(),
        made,
        request.profile().nodes(),
        request.profile().edition().equals("hybrid"),
        request.profile().can("extensible"),
        Set.copyOf(enforced),
        (int) enforced.stream().filter(LIMITS::contains).count(),
        credentials(placed),
        identities(placed),
        placed.route().methods(),
        endpoint,
        crossOrigin,
        faultRules,
        ingest,
        basePath);
  }

  /** A key names the caller before a token does. */
  private List<Identity> identities(PlacedRoute placed) {
    String api = placed.api().name().value();
    String route = placed.route().name().value();
    return request.effective(target(placed)).stream()
        .map(EffectivePolicy::policy)
        .filter(policy -> policy.spec().mode() == Mode.ENFORCE)
        .sorted(Comparator.comparing(policy -> !(policy.spec().kind() instanceof ApiKey)))
        .flatMap(
            policy ->
                Identity.of(
                    policy,
                    what ->
                        ApigeeNames.policy(api, route, what + "_" + policy.id().policy().value()))
                    .stream())
        .toList();
  }

  private List<String> credentials(PlacedRoute placed) {
    return request.effective(target(placed)).stream()
        .map(effective -> effective.policy().spec())
        .filter(spec -> spec.mode() == Mode.ENFORCE)
        .flatMap(spec -> Credentials.of(spec.kind()).stream())
        .distinct()
        .toList();
  }
}
