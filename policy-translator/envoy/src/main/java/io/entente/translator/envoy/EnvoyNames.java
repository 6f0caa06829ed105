package io.entente.translator.envoy;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Jwks;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import io.entente.translator.envoy.emit.JwtDocument;

/** Names of the resources we emit; the traffic view and the connector know them too. */
public final class EnvoyNames {

  /** The static bootstrap cluster towards the hub. */
  public static final String HUB_CLUSTER = "entente_hub";

  public static final String ACCESS_LOG = "entente";

  public static final ObjectKey LISTENER = new ObjectKey(EnvoyKinds.LISTENER, "entente-http");

  public static final ObjectKey ROUTES = new ObjectKey(EnvoyKinds.ROUTE_CONFIGURATION, "entente");

  private EnvoyNames() {}

  public static ObjectKey cluster(ApiName api) {
    return new ObjectKey(EnvoyKinds.CLUSTER, "api." + api);
  }

  /** Of a route whose policies need a cluster of its own. */
  static ObjectKey cluster(ApiName api, RouteName route) {
    return new ObjectKey(EnvoyKinds.CLUSTER, "api." + route(api, route));
  }

  /** Where the keys of an address come from. */
  static ObjectKey cluster(Jwks.Url keys) {
    return new ObjectKey(EnvoyKinds.CLUSTER, JwtDocument.cluster(keys));
  }

  /** As access logs report it. */
  public static String route(ApiName api, RouteName route) {
    return api + "/" + route;
  }

  public static String virtualHost(String host) {
    return switch (host) {
      case "*" -> "any";
      // A host that is really called so must not take the name of the one for every host.
      case "any" -> "host.any";
      default -> host;
    };
  }
}
