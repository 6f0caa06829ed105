package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.declarative.Declarative;
import io.entente.simulator.kong.store.Configuration;
import io.entente.simulator.kong.store.KongStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The declarative configuration that is in force, and its hash. Any thread. */
final class LoadedConfig {

  /** What Kong shows while nothing was loaded. */
  private static final String NOTHING = "0".repeat(32);

  private final Declarative declarative;
  private final KongStore store;
  private volatile String hash = NOTHING;

  LoadedConfig(Declarative declarative, KongStore store) {
    this.declarative = declarative;
    this.store = store;
  }

  /** Replaces everything, or nothing when the configuration is refused. */
  synchronized Configuration load(ObjectNode config, String text, boolean flatten) {
    Configuration read = declarative.read(config, flatten);
    var entities = new java.util.HashMap<String, java.util.Collection<ObjectNode>>();
    read.collections().forEach((name, byId) -> entities.put(name, byId.values()));
    store.replaceAll(entities);
    hash = hash(text);
    return read;
  }

  String hash() {
    return hash;
  }

  boolean isLoaded(String text) {
    return hash.equals(hash(text));
  }

  boolean isEmpty() {
    return hash.equals(NOTHING);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
