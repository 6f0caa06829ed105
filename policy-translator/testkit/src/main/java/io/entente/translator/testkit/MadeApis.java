package io.entente.translator.testkit;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** APIs that are made on {@link CaseRequest#GATEWAY}, for every host. */
public final class MadeApis {

  private MadeApis() {}

  public static Api of(String name, String host, int port, Route... routes) {
    return new Api(
        new ApiName(name),
        1,
        Labels.none(),
        new TreeSet<>(List.of(CaseRequest.GATEWAY)),
        List.of(),
        List.of("*"),
        Optional.of(new Upstream(List.of(new Endpoint(host, port)), Duration.ofSeconds(5))),
        List.of(routes));
  }

  /** Of every method. */
  public static Route route(String name, String prefix) {
    return new Route(
        new RouteName(name), new PathMatch.Prefix(prefix), new TreeSet<>(), Labels.none());
  }
}
