package io.entente.translator.kong;

import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.kong.emit.Ingest;
import io.entente.translator.kong.emit.KindEmitter;
import io.entente.translator.kong.emit.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The routes of a request on which policies may hold, each with its native route. */
final class KongPlaces {

  private static final String PLUGIN = "plugin:";

  private final TranslationRequest request;
  private final KongEstate estate;
  private final Set<String> available;
  private final Optional<Ingest> ingest;
  private final SortedMap<RouteTarget, NativeRoute> routes = new TreeMap<>();
  private final Set<String> madeRoutes = new HashSet<>();

  KongPlaces(TranslationRequest request, KongEstate estate) {
    this.request = request;
    this.estate = estate;
    this.available =
        request.profile().capabilities().stream()
            .filter(capability -> capability.startsWith(PLUGIN))
            .map(capability -> capability.substring(PLUGIN.length()))
            .collect(Collectors.toUnmodifiableSet());
    this.ingest = Ingest.read(request.profile().settings());
  }

  void add(Api api, Route route, NativeRoute found) {
    routes.put(new RouteTarget(request.gateway(), api.name(), route.name()), found);
  }

  /** One that we make, with its service. */
  void addMade(Api api, Route route, NativeRoute made) {
    madeRoutes.add(made.id());
    add(api, route, made);
  }

  List<RouteEmission> emit(Map<String, KindEmitter> emitters) {
    return routes.entrySet().stream()
        .map(
            entry ->
                RouteEmission.of(
                    request.resolution(entry.getKey()),
                    entry.getValue(),
                    place(entry.getKey(), entry.getValue()),
                    estate,
                    emitters))
        .toList();
  }

  private Place place(RouteTarget target, NativeRoute route) {
    Set<String> acting =
        estate.reaching(route).stream()
            .filter(NativePlugin::enabled)
            .map(NativePlugin::name)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> kinds =
        request.effective(target).stream()
            .map(effective -> effective.policy().spec())
            .filter(spec -> spec.mode() == Mode.ENFORCE)
            .map(spec -> spec.kind().kindName())
            .collect(Collectors.toUnmodifiableSet());
    return new Place(
        target.api() + "/" + target.route(),
        request.profile().nodes(),
        available,
        acting,
        kinds,
        route.methods(),
        route.service().isPresent(),
        request.profile().edition().equals(KongTranslator.ENTERPRISE),
        ingest,
        madeRoutes.contains(route.id()),
        new AuthorityEntities(request.gateway(), estate.authorities())::id,
        Set.of(),
        0);
  }
}
