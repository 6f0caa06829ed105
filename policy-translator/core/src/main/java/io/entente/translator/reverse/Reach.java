package io.entente.translator.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.resolution.RouteTarget;
import java.util.Set;

/** Which requests a policy that was found is about. */
public sealed interface Reach {

  /** Every request of the gateway. */
  record WholeGateway() implements Reach {}

  /**
   * Routes of APIs that are bound.
   *
   * @param targets at least one
   */
  record Routes(Set<RouteTarget> targets) implements Reach {
    public Routes {
      targets = Set.copyOf(targets);
      if (targets.isEmpty()) {
        throw new IllegalArgumentException("targets of a reach are empty");
      }
    }
  }

  /**
   * A native place that no bound API names.
   *
   * @param place the vendor's route, service, proxy or virtual host
   */
  record Native(ObjectKey place) implements Reach {}
}
