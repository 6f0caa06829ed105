package io.entente.policy.resolution;

import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Route;
import io.entente.model.identity.Labels;
import io.entente.policy.TargetRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One route with all that is wider than it: what the targets of a policy are matched against. */
record RoutePlace(Gateway gateway, Api api, Route route) {

  /** The label of a gateway that names its environment, and the one label an environment has. */
  static final String ENVIRONMENT = "environment";

  RouteTarget target() {
    return new RouteTarget(gateway.id(), api.name(), route.name());
  }

  /**
   * The nearest of {@code targets} that reaches this route.
   *
   * @param caller for whom; without one only targets for everybody do
   */
  Optional<TargetRef> nearest(List<TargetRef> targets, Optional<String> caller) {
    // a loop: it runs for every policy on every route of an estate
    Optional<TargetRef> nearest = Optional.empty();
    for (TargetRef ref : targets) {
      boolean meant = !ref.narrowed() || caller.filter(ref.consumers()::contains).isPresent();
      if (meant
          && nearest.filter(one -> nearness(one) >= nearness(ref)).isEmpty()
          && reachedBy(ref)) {
        nearest = Optional.of(ref);
      }
    }
    return nearest;
  }

  private static int nearness(TargetRef ref) {
    return EffectivePolicy.level(ref.kind(), ref.narrowed());
  }

  /** Whether {@code ref} means this route or something wider that it is part of. */
  boolean reachedBy(TargetRef ref) {
    return switch (ref.kind()) {
      case TENANT -> matches(ref, gateway.tenant().value(), Labels.none());
      case ENVIRONMENT ->
          environment()
              .filter(name -> matches(ref, name, Labels.of(Map.of(ENVIRONMENT, name))))
              .isPresent();
      case GATEWAY -> matches(ref, gateway.id().value(), gateway.labels());
      case API -> matches(ref, api.name().value(), api.labels());
      case ROUTE ->
          ref.name().isPresent() ? named(ref.name().get()) : route.labels().match(ref.selector());
    };
  }

  /** Whether {@code text} is api/route, without writing that down once more. */
  private boolean named(String text) {
    String before = api.name().value();
    String after = route.name().value();
    return text.length() == before.length() + 1 + after.length()
        && text.startsWith(before)
        && text.charAt(before.length()) == '/'
        && text.endsWith(after);
  }

  private Optional<String> environment() {
    return Optional.ofNullable(gateway.labels().values().get(ENVIRONMENT));
  }

  private static boolean matches(TargetRef ref, String name, Labels labels) {
    return ref.name().map(name::equals).orElseGet(() -> labels.match(ref.selector()));
  }
}
