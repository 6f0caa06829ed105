package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;
import static io.entente.connector.kong.Entities.key;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.reconciliation.DriftKind;
import java.util.Optional;

/**
 * Something others do to the estate of {@link ForeignEditsTest}.
 *
 * @param expected what is to be found of it; empty when it lies outside our claims
 */
record ForeignEdit(Optional<Expected> expected, Runnable run) {

  /** Drift of one object at one path. */
  record Expected(ObjectKey key, String path, DriftKind kind) {}

  /** Edit number {@code kind} of our plugin {@code number}. */
  static ForeignEdit ofOurs(SimulatedKong kong, int kind, int number) {
    String id = id(number);
    return switch (kind % 5) {
      case 0 ->
          inside(
              key("plugins", number),
              "config.minute",
              DriftKind.FOREIGN_EDIT,
              () -> kong.patch("plugins", id, json("{'config':{'minute':777}}")));
      case 1 ->
          inside(
              key("plugins", number),
              "enabled",
              DriftKind.FOREIGN_EDIT,
              () -> kong.patch("plugins", id, json("{'enabled':false}")));
      case 2 ->
          inside(
              key("plugins", number),
              "tags",
              DriftKind.FOREIGN_DELETE,
              () -> kong.patch("plugins", id, json("{'tags':null}")));
      case 3 ->
          inside(
              key("plugins", number),
              "config.hour",
              DriftKind.FOREIGN_EDIT,
              () -> kong.patch("plugins", id, json("{'config':{'hour':9999}}")));
      default ->
          inside(
              key("plugins", number),
              "",
              DriftKind.FOREIGN_DELETE,
              () -> kong.delete("plugins", id));
    };
  }

  /** Our field of a service of others. */
  static ForeignEdit ofRetries(SimulatedKong kong, int service) {
    return inside(
        key("services", service),
        "retries",
        DriftKind.FOREIGN_EDIT,
        () -> kong.patch("services", id(service), json("{'retries':19}")));
  }

  /** Edit number {@code kind} of what is none of our business; {@code value} makes it new. */
  static ForeignEdit ofTheirs(SimulatedKong kong, int kind, int value, int service) {
    return switch (kind % 6) {
      case 0 ->
          outside(
              () ->
                  kong.patch(
                      "services", id(service), json("{'read_timeout':" + (1000 + value) + "}")));
      case 1 ->
          outside(
              () -> kong.patch("services", id(service), json("{'tags':['team-" + value + "']}")));
      case 2 ->
          outside(
              () ->
                  kong.patch(
                      "plugins", id(5), json("{'config':{'header_name':'x-" + value + "'}}")));
      case 3 ->
          outside(
              () ->
                  kong.put(
                      "consumers",
                      id(50_000 + value),
                      json("{'username':'consumer-" + value + "'}")));
      case 4 ->
          outside(() -> kong.patch("routes", id(1000), json("{'paths':['/moved-" + value + "']}")));
      default ->
          outside(
              () ->
                  kong.put(
                      "key-auths",
                      id(3),
                      json("{'key':'key-" + value + "','consumer':{'id':'" + id(2) + "'}}")));
    };
  }

  private static ForeignEdit inside(ObjectKey key, String path, DriftKind kind, Runnable run) {
    return new ForeignEdit(Optional.of(new Expected(key, path, kind)), run);
  }

  private static ForeignEdit outside(Runnable run) {
    return new ForeignEdit(Optional.empty(), run);
  }
}
