package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.reverse.FilterReading.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds on one route of one chain, in the order of the chain. */
final class RouteReading {

  private static final List<OwnKind> OWN =
      List.of(
          new OwnCorrelationId(),
          new OwnCors(),
          new OwnAccessBlock(),
          new OwnJwt(),
          new OwnRequestSize());

  private static final Map<String, FilterReader> READERS =
      Stream.of(
              new LimitReader(),
              new IpFilterReader(),
              new CorsReader(),
              new AccessBlockReader(),
              new RequestSizeReader(),
              new HeaderTransformReader())
          .collect(Collectors.toUnmodifiableMap(FilterReader::family, Function.identity()));

  private final List<Finding> findings = new ArrayList<>();
  private final Reasons reasons;

  private RouteReading(Reasons reasons) {
    this.reasons = reasons;
  }

  static List<Finding> of(
      NativeRoute route, Chain chain, UpstreamReading upstreams, Reasons reasons) {
    var reading = new RouteReading(reasons);
    Map<String, Acting> acting = Acting.on(route, chain);
    unheeded(route, chain, reasons);
    acting.keySet().removeAll(overriddenByClusters(route, reasons));
    var taken = new HashSet<String>();
    var matches = new TreeMap<String, OwnKind.Match>();
    for (OwnKind own : OWN) {
      own.match(acting, route, chain)
          .ifPresent(
              match -> {
                taken.addAll(match.filters());
                matches.put(match.at().name(), match);
              });
    }
    for (Acting each : acting.values()) {
      Optional<OwnKind.Match> match = Optional.ofNullable(matches.get(each.name()));
      if (match.isPresent()) {
        reading.findings.add(
            new Finding(each, new Said(match.get().kind(), match.get().name(), Map.of())));
      } else if (!taken.contains(each.name())) {
        reading.alone(each);
      }
    }
    reading.findings.addAll(upstreams.of(route));
    TrafficLogReader.on(route, chain, reasons).ifPresent(reading.findings::add);
    return reading.findings;
  }

  private void alone(Acting acting) {
    if (acting.name().equals(FilterNames.ROUTER) || acting.config().family().equals("router")) {
      return;
    }
    FilterReader reader = READERS.get(acting.config().family());
    if (reader == null) {
      if (!inert(acting)) {
        reasons.add(
            acting.object(),
            acting.path(),
            "No policy says what a filter of type "
                + (acting.config().type().isEmpty() ? "unknown" : acting.config().type())
                + " does.");
      }
      return;
    }
    FilterReading reading = reader.read(acting);
    reading.policies().forEach(said -> findings.add(new Finding(acting, said)));
    reading.unsaid().forEach(why -> reasons.add(acting.object(), acting.path(), why));
  }

  /** A filter that only remembers or asks for tokens, where nothing tells it what. */
  private static boolean inert(Acting acting) {
    Node.Obj said = acting.message();
    return switch (acting.config().family()) {
      case "set_filter_state" -> said.fields().isEmpty();
      case "jwt_authn" ->
          Trees.isTrue(said, "disabled")
              || (acting.scope() == Scope.CHAIN
                  && said.field("rules").isEmpty()
                  && said.field("filter_state_rules").isEmpty());
      default -> false;
    };
  }

  private static void unheeded(NativeRoute route, Chain chain, Reasons reasons) {
    Set<String> known = chain.filters().stream().map(HttpFilter::name).collect(Collectors.toSet());
    for (Level level : route.levels()) {
      level
          .besides()
          .forEach(
              field ->
                  reasons.add(
                      route.object(),
                      level.path().field(field),
                      "It acts without a filter; policies are read out of filters only."));
      for (String name : level.filters().fields().keySet()) {
        if (!known.contains(name)) {
          reasons.add(
              route.object(),
              level.filter(name),
              "No filter of the listener has this name, so nothing heeds it.");
        }
      }
    }
  }

  /** Filters that are configured otherwise for a part of the requests. */
  private static Set<String> overriddenByClusters(NativeRoute route, Reasons reasons) {
    var names = new HashSet<String>();
    for (var cluster : Trees.items(route.document(), "route", "weighted_clusters", "clusters")) {
      names.addAll(Trees.objectAt(cluster, "typed_per_filter_config").fields().keySet());
    }
    if (!names.isEmpty()) {
      reasons.add(
          route.object(),
          route.path(),
          "Its clusters configure filters for a part of the requests; a policy is about all.");
    }
    return names;
  }
}
