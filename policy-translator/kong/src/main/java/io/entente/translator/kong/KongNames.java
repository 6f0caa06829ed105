package io.entente.translator.kong;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.kong.dialect.KongKinds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/** Ids, names and tags of what we make; the connector and the traffic view know them too. */
public final class KongNames {

  /** On everything we make. */
  public static final String TAG = "entente";

  /** The one object of a gateway without a database. */
  public static final ObjectKey CONFIG = new ObjectKey(KongKinds.DECLARATIVE, "config");

  private static final UUID NAMESPACE = UUID.fromString("6f0f3c5e-5c5b-4f0e-9a3e-2f8d1b7c4a90");

  private KongNames() {}

  public static String policyTag(PolicyName policy) {
    return "entente-policy:" + policy;
  }

  public static String apiTag(ApiName api) {
    return "entente-api:" + api;
  }

  /**
   * The id of something we make: the same for the same place on the same gateway.
   *
   * @param place a native route's id, or the printed name of what we make it for
   * @param what a plugin's name or a kind of entity
   */
  public static String id(GatewayId gateway, String place, String what) {
    return version5(gateway + "|" + place + "|" + what).toString();
  }

  /**
   * The id of a plugin instance of ours.
   *
   * @param route id of the native route it acts on
   * @param consumer id of the one caller it acts for; empty for everybody
   */
  public static String plugin(
      GatewayId gateway, String route, Optional<String> consumer, String plugin) {
    return id(gateway, route + consumer.map(id -> "~" + id).orElse(""), plugin);
  }

  /** The id of a route that we make. */
  public static String route(GatewayId gateway, ApiName api, RouteName route) {
    return id(gateway, api + "/" + route, KongKinds.ROUTES);
  }

  /** Unique among names of services and of routes; {@code ~} occurs in no name of ours. */
  static String name(String... parts) {
    return TAG + "~" + String.join("~", parts);
  }

  private static UUID version5(String name) {
    var namespace = ByteBuffer.allocate(Long.BYTES * 2);
    namespace.putLong(NAMESPACE.getMostSignificantBits());
    namespace.putLong(NAMESPACE.getLeastSignificantBits());
    var hash = sha1();
    hash.update(namespace.array());
    var bytes = ByteBuffer.wrap(hash.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (bytes.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
