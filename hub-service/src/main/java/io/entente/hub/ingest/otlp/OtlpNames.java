package io.entente.hub.ingest.otlp;

import io.entente.hub.traffic.event.Attributes;
import java.util.Set;

/** Attributes that are read of a record; all others are passed over. */
final class OtlpNames {

  static final String UID = "log.record.uid";
  static final String DURATION_MILLIS = "entente.duration_ms";
  static final String ROUTE_NAME = "entente.route_name";
  static final String CONSUMER = "user.id";
  static final String INSTANCE = "service.instance.id";
  static final String HOST = "host.name";

  private static final Set<String> OF_RECORD =
      Set.of(
          UID,
          DURATION_MILLIS,
          ROUTE_NAME,
          CONSUMER,
          Attributes.METHOD,
          Attributes.PATH,
          Attributes.SERVER_ADDRESS,
          Attributes.SERVER_PORT,
          Attributes.STATUS,
          Attributes.REQUEST_BYTES,
          Attributes.RESPONSE_BYTES,
          Attributes.CLIENT_ADDRESS,
          Attributes.API,
          Attributes.ROUTE,
          Attributes.CONSUMER,
          Attributes.DECISION,
          Attributes.DURATION,
          Attributes.UPSTREAM_DURATION);
  private static final Set<String> OF_RESOURCE = Set.of(INSTANCE, HOST);

  private OtlpNames() {}

  static boolean ofRecord(String name) {
    return OF_RECORD.contains(name);
  }

  static boolean ofResource(String name) {
    return OF_RESOURCE.contains(name);
  }
}
