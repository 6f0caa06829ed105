package io.entente.translator.apigee.emit;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Where a policy is to hold, as far as its translation depends on it.
 *
 * @param api name of the API
 * @param routeName name of the route
 * @param made whether the proxy is made by us, with everything in it
 * @param instances runtime instances the environment is attached to
 * @param hybrid whether the customer runs them
 * @param extensible whether the environment runs Extensible policies and flow hooks
 * @param kinds kinds of policy that are enforced on the route
 * @param limits how many limits are enforced on the route, of every kind
 * @param credentials variables of the credentials that are asked for on the route
 * @param identities what those say of the caller, the first that is known before the others
 * @param methods the route takes; empty means every method
 * @param endpoint the endpoint of others, or our own
 * @param crossOrigin policies of others of type CORS in the endpoint
 * @param faultRules of others in the endpoint
 * @param ingest where traffic events go, if the gateway was told
 * @param basePath of the proxy, without a slash at its end
 */
public record Place(
    String api,
    String routeName,
    boolean made,
    int instances,
    boolean hybrid,
    boolean extensible,
    Set<String> kinds,
    int limits,
    List<String> credentials,
    List<Identity> identities,
    SortedSet<String> methods,
    ObjectKey endpoint,
    SortedSet<String> crossOrigin,
    int faultRules,
    Optional<Ingest> ingest,
    String basePath) {
  public Place {
    if (instances < 1) {
      throw new IllegalArgumentException("place " + api + ": instances " + instances + " is < 1");
    }
    kinds = Set.copyOf(kinds);
    credentials = List.copyOf(credentials);
    identities = List.copyOf(identities);
  }

  /** Printed {@code api/route}. */
  public String route() {
    return api + "/" + routeName;
  }

  /** The name of a policy of ours for this route. */
  String policy(String... what) {
    return ApigeeNames.policy(api, routeName, String.join("_", what));
  }

  /** The flow variable that holds the address of the caller. */
  String clientAddress() {
    return "client.resolved.ip";
  }

  /** True when a request with this method reaches the route. */
  boolean takes(String method) {
    return methods.isEmpty() || methods.contains(method);
  }
}
