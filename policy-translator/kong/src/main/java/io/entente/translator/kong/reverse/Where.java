package io.entente.translator.kong.reverse;

import io.entente.translator.kong.emit.ConsumerAccessEmitter;
import io.entente.translator.kong.emit.Ingest;
import io.entente.translator.kong.emit.MtlsEmitter;
import java.util.Optional;

/**
 * Where an instance acts, as far as what it means depends on it.
 *
 * @param alone whether it acts on one route only, so that what it counts is that route's
 * @param service whether that route leads to a service
 * @param withoutCookies whether cookies are taken off the answers of those routes
 * @param ingest where this hub takes traffic events
 * @param authorities the certificates that the gateway has
 * @param clients settings of the mtls-auth that is bound to the same route
 * @param groups settings of the acl that is bound to the same route
 */
record Where(
    boolean alone,
    boolean service,
    boolean withoutCookies,
    Optional<Ingest> ingest,
    Authorities authorities,
    Optional<Config> clients,
    Optional<Config> groups) {

  static Where of(Scope scope, NativeEstate estate, Optional<Ingest> ingest) {
    return new Where(
        scope.routes().size() == 1 && !(scope.place() instanceof Scope.Place.Gateway),
        scope.routes().stream().allMatch(route -> estate.serviceOf(route).isPresent()),
        Cookies.takenOff(scope.routes(), estate),
        ingest,
        estate.authorities(),
        beside(scope, MtlsEmitter.PLUGIN, estate),
        beside(scope, ConsumerAccessEmitter.PLUGIN, estate));
  }

  private static Optional<Config> beside(Scope scope, String plugin, NativeEstate estate) {
    return scope.place() instanceof Scope.Place.OfRoute one && !one.alsoService()
        ? Neighbours.on(one.route(), plugin, estate)
        : Optional.empty();
  }
}
