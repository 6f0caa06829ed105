package io.entente.hub.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found on a gateway and no document names, in full.
 *
 * @param routes of it that no document names
 * @param ready the document that would bind them
 */
public record FoundApiView(
    String gateway,
    String vendor,
    String ref,
    String form,
    String name,
    List<String> labels,
    Optional<Instant> lastSeen,
    List<RouteView> routes,
    ReadyApi ready) {

  public FoundApiView {
    labels = List.copyOf(labels);
    routes = List.copyOf(routes);
  }

  /**
   * One native route.
   *
   * @param policies what acts on it, from the narrowest to the widest
   */
  public record RouteView(FoundRoute route, List<PolicyView> policies) {

    static RouteView of(Findings findings, Findings.Held held) {
      return new RouteView(
          held.route(), findings.acting(held).stream().map(PolicyView::of).toList());
    }
  }

  /** A native policy and how wide it reaches. */
  public record PolicyView(FoundPolicy.Scope scope, FoundPolicy policy) {

    static PolicyView of(FoundPolicy policy) {
      return new PolicyView(policy.scope(), policy);
    }
  }
}
