package io.entente.connector.apigee;

import io.entente.connector.spi.Connector;
import io.entente.connector.spi.ReadScope;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.time.Instant;
import java.util.TreeMap;

/** Reads through a connector as the hub does. */
final class Reads {

  static final GatewayId GATEWAY = new GatewayId("edge");

  private Reads() {}

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
