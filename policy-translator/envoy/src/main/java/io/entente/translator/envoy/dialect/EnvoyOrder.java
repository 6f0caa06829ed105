package io.entente.translator.envoy.dialect;

import io.entente.model.plan.Action;
import io.entente.model.plan.Change;
import java.util.Comparator;
import java.util.List;

/**
 * Make before break: what is pointed at exists before the pointer and goes after it. Clusters,
 * route configurations, listeners; deletes last and in reverse.
 */
final class EnvoyOrder {

  private static final List<String> POINTED_AT_FIRST =
      List.of(EnvoyKinds.CLUSTER, EnvoyKinds.ROUTE_CONFIGURATION, EnvoyKinds.LISTENER);

  static final Comparator<Change> CHANGES =
      Comparator.comparingInt(EnvoyOrder::rank).thenComparing(Change::key);

  private EnvoyOrder() {}

  private static int rank(Change change) {
    int position = POINTED_AT_FIRST.indexOf(change.key().kind());
    // A kind we do not know (a secret, an extension) is pointed at by those we know.
    int known = position + 1;
    return change.action() == Action.DELETE ? 2 * POINTED_AT_FIRST.size() + 1 - known : known;
  }
}
