package io.entente.simulator.kong.store;

import java.util.List;
import java.util.Map;

/**
 * What must be unique in a collection beside the id.
 *
 * @param single fields each of which is unique where it is set
 * @param composite fields that together are unique, unset ones included; empty when there are none
 */
public record TableKeys(List<String> single, List<String> composite) {

  private static final TableKeys NONE = new TableKeys(List.of(), List.of());

  private static final Map<String, TableKeys> BY_COLLECTION =
      Map.ofEntries(
          Map.entry("services", of("name")),
          Map.entry("routes", of("name")),
          Map.entry("consumers", of("username", "custom_id")),
          Map.entry("upstreams", of("name")),
          Map.entry("snis", of("name")),
          Map.entry("ca_certificates", of("cert_digest")),
          Map.entry("vaults", of("prefix")),
          Map.entry("key-sets", of("name")),
          Map.entry("keys", new TableKeys(List.of("name", "x5t"), List.of("kid", "set"))),
          Map.entry("key-auths", of("key")),
          Map.entry("basic-auths", of("username")),
          Map.entry("hmac-auths", of("username")),
          Map.entry("jwts", of("key")),
          Map.entry("acls", new TableKeys(List.of(), List.of("consumer", "group"))),
          Map.entry("targets", new TableKeys(List.of(), List.of("upstream", "target"))),
          Map.entry(
              "plugins",
              new TableKeys(
                  List.of("instance_name"), List.of("name", "route", "service", "consumer"))));

  public TableKeys {
    single = List.copyOf(single);
    composite = List.copyOf(composite);
  }

  /** The keys of a collection by its name in the Admin API. */
  public static TableKeys forCollection(String collection) {
    return BY_COLLECTION.getOrDefault(collection, NONE);
  }

  private static TableKeys of(String... single) {
    return new TableKeys(List.of(single), List.of());
  }
}
