package io.entente.connector.kong;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The collections of the Admin API that hold configuration. Run-time data ({@code sessions}, {@code
 * oauth2_tokens}, {@code acme_storage}) is none and is not read.
 */
enum KongCollection {
  SERVICES("services"),
  ROUTES("routes"),
  PLUGINS("plugins"),
  CONSUMERS("consumers"),
  CONSUMER_GROUPS("consumer_groups"),
  UPSTREAMS("upstreams"),
  /** Read below each upstream: there is no list of all. */
  TARGETS("targets"),
  CERTIFICATES("certificates", "certificates", "key", "key_alt"),
  SNIS("snis"),
  CA_CERTIFICATES("ca_certificates"),
  VAULTS("vaults"),
  KEYS("keys", "keys", "jwk"),
  KEY_SETS("key-sets", "key_sets"),
  FILTER_CHAINS("filter-chains", "filter_chains"),
  KEY_AUTHS("key-auths", "keyauth_credentials", "key"),
  BASIC_AUTHS("basic-auths", "basicauth_credentials", "password"),
  HMAC_AUTHS("hmac-auths", "hmacauth_credentials", "secret"),
  JWTS("jwts", "jwt_secrets", "secret"),
  ACLS("acls", "acls"),
  OAUTH2("oauth2", "oauth2_credentials", "client_secret");

  private static final Map<String, KongCollection> BY_NAME = new HashMap<>();

  static {
    for (KongCollection collection : values()) {
      BY_NAME.put(collection.path, collection);
      BY_NAME.put(collection.entity, collection);
    }
  }

  private final String path;
  private final String entity;
  private final Set<String> secrets;

  KongCollection(String path) {
    this(path, path);
  }

  KongCollection(String path, String entity, String... secrets) {
    this.path = path;
    this.entity = entity;
    this.secrets = Set.of(secrets);
  }

  /** Name in the Admin API's paths, and kind of the native objects. */
  String path() {
    return path;
  }

  /** Name in {@code /schemas} and in declarative documents. */
  String entity() {
    return entity;
  }

  /** Fields that are secret whatever a schema says. */
  Set<String> secrets() {
    return secrets;
  }

  /** By either name. */
  static Optional<KongCollection> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
