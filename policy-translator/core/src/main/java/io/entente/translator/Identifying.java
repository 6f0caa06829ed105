package io.entente.translator;

import io.entente.model.fidelity.Deviation;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of policy that say who a caller is. */
public final class Identifying {

  private static final Set<String> KINDS =
      Set.of("apiKey", "basicAuth", "jwt", "oauth2Introspection");

  private Identifying() {}

  /** Those that are among some kinds, in order. */
  public static Set<String> among(Set<String> kinds) {
    var found = new TreeSet<>(kinds);
    found.retainAll(KINDS);
    return found;
  }

  /** That none is among the kinds of a route; empty where one is. */
  public static Optional<Deviation> nobody(Set<String> kinds, Stated stated) {
    return among(kinds).isEmpty()
        ? Optional.of(
            stated.different(
                "nobody-identified",
                "0 callers are identified: none of the %d kinds apiKey, basicAuth, jwt and"
                        .formatted(KINDS.size())
                    + " oauth2Introspection is enforced on the route, so that onUnknown decides on"
                    + " every request",
                "Enforce one of them on the route."))
        : Optional.empty();
  }
}
