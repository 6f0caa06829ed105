package io.entente.translator.kong.dialect;

import java.util.List;
import java.util.Map;

/** Kinds of native object of a Kong gateway: the names of the Admin API's collections. */
public final class KongKinds {

  public static final String SERVICES = "services";
  public static final String ROUTES = "routes";
  public static final String PLUGINS = "plugins";
  public static final String CONSUMERS = "consumers";
  public static final String UPSTREAMS = "upstreams";
  public static final String TARGETS = "targets";
  public static final String CA_CERTIFICATES = "ca_certificates";

  /** The one object of a gateway without a database: the document of {@code GET /config}. */
  public static final String DECLARATIVE = "declarative_config";

  /** Kinds whose entity has another name in {@code /schemas} and in declarative documents. */
  private static final Map<String, String> ENTITIES =
      Map.of(
          "key-sets", "key_sets",
          "key-auths", "keyauth_credentials",
          "basic-auths", "basicauth_credentials",
          "hmac-auths", "hmacauth_credentials",
          "jwts", "jwt_secrets",
          "oauth2", "oauth2_credentials");

  /** What is pointed at comes before what points at it. */
  static final List<String> POINTED_AT_FIRST =
      List.of(
          UPSTREAMS,
          TARGETS,
          CA_CERTIFICATES,
          "certificates",
          "snis",
          "vaults",
          "key-sets",
          "keys",
          SERVICES,
          ROUTES,
          CONSUMERS,
          "key-auths",
          "basic-auths",
          "hmac-auths",
          "jwts",
          "acls",
          "oauth2",
          PLUGINS);

  private KongKinds() {}

  /** The entity's own name, as {@code /schemas} has it. */
  public static String entity(String kind) {
    return ENTITIES.getOrDefault(kind, kind);
  }
}
