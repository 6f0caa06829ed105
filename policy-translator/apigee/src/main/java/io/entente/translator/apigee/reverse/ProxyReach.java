package io.entente.translator.apigee.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.NativeRoute;
import io.entente.translator.apigee.dialect.EndpointFacts;
import io.entente.translator.reverse.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which requests a Step in a proxy is about: all of an endpoint, or those of one route. */
final class ProxyReach {

  private final String proxy;
  private final List<NativeRoute> routes;

  /**
   * @param routes of every endpoint
   */
  ProxyReach(String proxy, List<NativeRoute> routes) {
    this.proxy = proxy;
    this.routes = List.copyOf(routes);
  }

  Reach of(Run run) throws Unsaid {
    String endpoint =
        run.endpoint()
            .orElseThrow(() -> new Unsaid("stands on the way to one target, not in an endpoint"));
    ObjectKey key = EndpointFacts.key(proxy, endpoint);
    List<NativeRoute> here = routes.stream().filter(r -> r.endpoint().equals(key)).toList();
    boolean first = run.everywhere() || run.before().isEmpty();
    if (first && run.flowCondition().isEmpty() && run.condition().isEmpty()) {
      return here.stream().anyMatch(NativeRoute::takesAll)
          ? new Reach.Routes(here.stream().map(NativeRoute::target).collect(Collectors.toSet()))
          : new Reach.Native(key);
    }
    FlowCondition when = understood(run);
    return here.stream()
        .filter(route -> takesThose(route, when))
        .findFirst()
        .<Reach>map(route -> new Reach.Routes(Set.of(route.target())))
        .orElseThrow(
            () ->
                new Unsaid(
                    "runs under the condition %s, which is that of no route".formatted(text(run))));
  }

  private static FlowCondition understood(Run run) throws Unsaid {
    Optional<FlowCondition> flow = read(run.flowCondition());
    Optional<FlowCondition> step = read(run.condition());
    Optional<FlowCondition> both = flow.flatMap(f -> step.flatMap(f::and));
    if (both.isEmpty()) {
      throw new Unsaid("runs under the condition %s, which is not understood".formatted(text(run)));
    }
    for (String earlier : run.before()) {
      if (FlowCondition.read(earlier).filter(e -> !e.meets(both.get())).isEmpty()) {
        throw new Unsaid(
            "runs for what is left by an earlier flow under the condition %s"
                .formatted(earlier.isEmpty() ? "true" : earlier));
      }
    }
    return both.get();
  }

  private static Optional<FlowCondition> read(Optional<String> condition) {
    return condition.isEmpty()
        ? Optional.of(FlowCondition.everything())
        : FlowCondition.read(condition.get());
  }

  private static boolean takesThose(NativeRoute route, FlowCondition when) {
    boolean path =
        when.path().isPresent()
            ? route.exact() && !route.suffix().isEmpty() && route.suffix().equals(when.path().get())
            : !route.exact() && route.suffix().isEmpty();
    return path && !route.narrowed() && route.methods().equals(when.methods());
  }

  private static String text(Run run) {
    return String.join(
        " and ",
        Stream.of(run.flowCondition(), run.condition())
            .flatMap(Optional::stream)
            .map(c -> "'" + c + "'")
            .toList());
  }
}
