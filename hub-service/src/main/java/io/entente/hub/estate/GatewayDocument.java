package io.entente.hub.estate;

import io.entente.model.estate.Gateway;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A gateway and what its operator set.
 *
 * @param gateway the gateway
 * @param version of the document, from 1
 * @param settings what translation needs, for example {@code listener.port}
 */
public record GatewayDocument(Gateway gateway, int version, SortedMap<String, String> settings) {
  /** Where the data plane is to listen; an address. */
  public static final String LISTENER_ADDRESS = "listener.address";

  /** Where the data plane is to listen; a port. */
  public static final String LISTENER_PORT = "listener.port";

  /** Base address of the management API. */
  public static final String ADMIN_URL = "admin.url";

  /** Base address of where the gateway tells its state and counters. */
  public static final String STATUS_URL = "status.url";

  /** How many data planes share the traffic, as the operator says. */
  public static final String NODES = "nodes";

  /** Of Apigee. */
  public static final String ORGANIZATION = "organization";

  /** Of the organisation; one environment is one gateway. */
  public static final String ENVIRONMENT = "environment";

  /** Base address of Apigee's management API; Google's own where it is absent. */
  public static final String ENDPOINT = "endpoint";

  /** Most requests a second to the management API. */
  public static final String REQUESTS_PER_SECOND = "requests-per-second";

  /** Most requests a second of the schedule's own reads. */
  public static final String POLL_REQUESTS_PER_SECOND = "poll-requests-per-second";

  public GatewayDocument {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of " + gateway.id() + " is < 1");
    }
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }
}
