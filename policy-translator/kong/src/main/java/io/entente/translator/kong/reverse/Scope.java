package io.entente.translator.kong.reverse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The routes on which an instance acts: those in its place on which no nearer instance of the
 * plugin acts instead.
 *
 * @param place one route, one service, or all
 * @param routes on which it acts
 * @param everywhere whether no nearer instance acts instead somewhere
 */
record Scope(Place place, List<Entity> routes, boolean everywhere) {

  Scope {
    routes = List.copyOf(routes);
  }

  /** What an instance is bound to. */
  sealed interface Place {
    record Gateway() implements Place {}

    record OfService(Entity service) implements Place {}

    /**
     * @param alsoService whether it names the route's service as well
     */
    record OfRoute(Entity route, boolean alsoService) implements Place {}
  }

  /**
   * @throws NotSaid when it acts nowhere, or for some callers only
   */
  static Scope of(Instance instance, NativeEstate estate) {
    instance
        .callers()
        .ifPresent(
            callers -> {
              throw new NotSaid(
                  "it acts for one " + callers + " only, and a policy for every caller");
            });
    long twins = estate.beside(instance).stream().filter(instance::sameCallers).count();
    if (twins > 1) {
      throw new NotSaid(twins + " instances of it are in the same place");
    }
    Place place = place(instance, estate);
    List<Entity> within = within(place, estate);
    List<Entity> acting =
        within.stream()
            .filter(
                route -> nearer(instance.plugin(), route, place, estate).noneMatch(Instance::acts))
            .toList();
    if (acting.isEmpty() && !within.isEmpty()) {
      throw new NotSaid("nearer instances act instead of it on every route");
    }
    return new Scope(place, acting, acting.size() == within.size());
  }

  private static Place place(Instance instance, NativeEstate estate) {
    Optional<Entity> service =
        instance
            .service()
            .map(
                name ->
                    estate
                        .service(name)
                        .orElseThrow(() -> new NotSaid("the gateway does not have its service")));
    if (instance.route().isEmpty()) {
      return service.<Place>map(Place.OfService::new).orElseGet(Place.Gateway::new);
    }
    Entity route =
        estate
            .route(instance.route().get())
            .orElseThrow(() -> new NotSaid("the gateway does not have its route"));
    if (service.isPresent() && !estate.serviceOf(route).equals(service)) {
      throw new NotSaid("its route does not lead to its service, so that it never acts");
    }
    return new Place.OfRoute(route, service.isPresent());
  }

  private static List<Entity> within(Place place, NativeEstate estate) {
    if (place instanceof Place.OfRoute one) {
      return List.of(one.route());
    }
    return place instanceof Place.OfService of ? estate.routesOf(of.service()) : estate.routes();
  }

  /** Instances that Kong runs on a route instead of one in a place. */
  private static Stream<Instance> nearer(
      String plugin, Entity route, Place place, NativeEstate estate) {
    Optional<Entity> service = estate.serviceOf(route);
    Stream<Instance> both =
        service.isPresent() ? estate.at(plugin, Optional.of(route), service).stream() : Stream.of();
    if (place instanceof Place.OfRoute one) {
      return one.alsoService() ? Stream.of() : both;
    }
    Stream<Instance> onRoute =
        Stream.concat(both, estate.at(plugin, Optional.of(route), Optional.empty()).stream());
    return place instanceof Place.Gateway && service.isPresent()
        ? Stream.concat(onRoute, estate.at(plugin, Optional.empty(), service).stream())
        : onRoute;
  }

  /** What its place says beyond the routes it was found on. */
  Optional<String> beyond() {
    if (place instanceof Place.Gateway) {
      return Optional.of(
          "It is bound to no route and holds for routes made later too; a policy is written once"
              + " on each route.");
    }
    if (place instanceof Place.OfService) {
      return Optional.of(
          "It is bound to a service and holds for routes of it made later too; a policy is written"
              + " once on each route.");
    }
    return Optional.empty();
  }
}
