package io.entente.connector.kong;

import io.entente.connector.spi.Connector;
import io.entente.connector.spi.ReadScope;
import io.entente.connector.testkit.TestSecrets;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Opens connectors and reads through them as the hub does. */
final class Reads {

  static final GatewayId GATEWAY = new GatewayId("edge");

  private Reads() {}

  static KongConnector open(FakeAdmin admin) {
    return open(admin, Duration.ofSeconds(20));
  }

  static KongConnector open(FakeAdmin admin, Duration timeout) {
    var config =
        new KongConfig(admin.uri(), Optional.empty(), 1, timeout, 8, 10_000, new TreeMap<>());
    return new KongConnector(GATEWAY, config, new TestSecrets());
  }

  static Snapshot snapshot(Connector connector) {
    return snapshot(connector, new ReadScope.Everything());
  }

  static Snapshot snapshot(Connector connector, ReadScope scope) {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    var completeness =
        connector
            .inventory()
            .read(scope, page -> page.forEach(object -> objects.put(object.key(), object)));
    return new Snapshot(connector.gateway(), Instant.EPOCH, objects, completeness);
  }
}
