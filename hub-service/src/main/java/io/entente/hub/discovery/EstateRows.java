package io.entente.hub.discovery;

import io.entente.hub.discovery.EstateRow.How;
import io.entente.hub.discovery.EstateRow.Place;
import io.entente.hub.discovery.Findings.Held;
import io.entente.hub.estate.GatewayDocument;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.policy.Policy;
import io.entente.policy.resolution.EffectivePolicyResolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The whole estate as rows. Not thread-safe; one for each answer. */
final class EstateRows {

  private final Map<Gateway, Discovered.Known> gateways = new LinkedHashMap<>();
  private final Map<Gateway, Set<String>> named = new LinkedHashMap<>();
  private final Map<String, Set<String>> holding = new LinkedHashMap<>();
  private final List<Api> apis;

  EstateRows(
      List<GatewayDocument> documents, List<Api> apis, List<Policy> policies, Discovered found) {
    this.apis = List.copyOf(apis);
    for (GatewayDocument document : documents) {
      Gateway gateway = document.gateway();
      gateways.put(gateway, found.of(gateway));
      named.put(gateway, new HashSet<>());
      var here = apis.stream().filter(api -> api.isOn(gateway.id())).toList();
      EffectivePolicyResolver.resolve(gateway, here, policies)
          .forEach(
              (target, resolution) ->
                  resolution
                      .everywhere()
                      .forEach(
                          one ->
                              holding
                                  .computeIfAbsent(target.api().value(), a -> new HashSet<>())
                                  .add(one.policy().id().policy().value())));
    }
  }

  /** Documents' first, then what no document names. */
  List<EstateRow> all() {
    var rows = new ArrayList<EstateRow>();
    apis.forEach(api -> rows.add(managed(api)));
    gateways.forEach(
        (gateway, known) ->
            known
                .findings()
                .apis()
                .forEach(api -> found(gateway, known, api).ifPresent(rows::add)));
    return rows;
  }

  List<String> unread() {
    return gateways.entrySet().stream()
        .filter(entry -> entry.getValue().at().isEmpty())
        .map(entry -> entry.getKey().id().value())
        .toList();
  }

  /** Which pictures of the gateways the rows are made from. */
  String pictures() {
    var text = new StringBuilder();
    gateways.forEach(
        (gateway, known) ->
            text.append(gateway.id()).append(' ').append(known.view()).append('\n'));
    return text.toString();
  }

  private EstateRow managed(Api api) {
    var places = new ArrayList<Place>();
    var foreign = new HashSet<String>();
    gateways.forEach(
        (gateway, known) -> {
          if (api.isOn(gateway.id())) {
            places.add(place(api, gateway, known, foreign));
          }
        });
    return new EstateRow(
        "api/" + api.name(),
        api.name().value(),
        true,
        "Api",
        places,
        api.labels().values().entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .toList(),
        api.routes().size(),
        api.routes().stream().map(EstateRows::text).limit(EstateRow.PATHS).toList(),
        holding.getOrDefault(api.name().value(), Set.of()).size(),
        foreign.size());
  }

  private Place place(Api api, Gateway gateway, Discovered.Known known, Set<String> foreign) {
    int missing = 0;
    for (Route route : api.routesOn(gateway.id())) {
      List<Held> there = NamedRoutes.of(known.findings(), gateway, api, route);
      missing += there.isEmpty() && known.at().isPresent() ? 1 : 0;
      for (Held held : there) {
        named.computeIfAbsent(gateway, g -> new HashSet<>()).add(held.route().id());
        known
            .findings()
            .foreign(held.api(), List.of(held.route()))
            .forEach(policy -> foreign.add(gateway.id() + " " + policy));
      }
    }
    return new Place(
        gateway.id().value(),
        gateway.vendor().label(),
        api.gateways().contains(gateway.id()) ? How.MADE : How.BOUND,
        Optional.empty(),
        missing,
        known.at());
  }

  /** Empty when documents name every route of it. */
  private Optional<EstateRow> found(Gateway gateway, Discovered.Known known, FoundApi api) {
    List<FoundRoute> left = left(gateway, api);
    if (left.isEmpty() && !api.routes().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EstateRow(
            "found/" + gateway.id() + "/" + api.ref(),
            api.name(),
            false,
            api.form(),
            List.of(
                new Place(
                    gateway.id().value(),
                    gateway.vendor().label(),
                    How.FOUND,
                    Optional.of(api.ref()),
                    0,
                    known.at())),
            api.labels(),
            left.size(),
            left.stream().flatMap(EstateRows::texts).limit(EstateRow.PATHS).toList(),
            0,
            known.findings().foreign(api, left).size()));
  }

  /** Routes that no document names. */
  List<FoundRoute> left(Gateway gateway, FoundApi api) {
    Set<String> taken = named.getOrDefault(gateway, Set.of());
    return api.routes().stream().filter(route -> !taken.contains(route.id())).toList();
  }

  private static Stream<String> texts(FoundRoute route) {
    String host = route.hosts().isEmpty() ? "" : route.hosts().get(0) + " ";
    return route.paths().isEmpty()
        ? Stream.of(host + "every path")
        : route.paths().stream().map(path -> host + path);
  }

  private static String text(Route route) {
    return (route.match() instanceof PathMatch.Exact ? "exact " : "prefix ") + route.match().path();
  }
}
