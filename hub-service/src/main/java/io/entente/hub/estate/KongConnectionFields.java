package io.entente.hub.estate;

import io.entente.model.tree.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How a Kong is reached, in its Gateway document. */
final class KongConnectionFields {
  private static final String AT = "spec.connection";
  private static final int MOST_NODES = 10_000;
  private static final int MOST_REQUESTS = 1_000;

  private KongConnectionFields() {}

  /** The settings it comes to; what is wrong is told to {@code fields}. */
  static Map<String, String> read(DocumentFields fields, Node.Obj spec) {
    var settings = new TreeMap<String, String>();
    if (spec.field("connection").isEmpty()) {
      fields.missing(AT, "Write connection: {admin: 'http://127.0.0.1:8001'}.");
      return settings;
    }
    Node.Obj connection = fields.requiredObject(spec, "spec", "connection");
    fields.only(
        connection,
        AT,
        Set.of("admin", "status", "nodes", "requestsPerSecond", "pollRequestsPerSecond"));
    if (connection.field("admin").isEmpty()) {
      fields.missing(AT + ".admin", "Write the base address of Kong's Admin API.");
    }
    address(fields, connection, "admin")
        .ifPresent(url -> settings.put(GatewayDocument.ADMIN_URL, url));
    address(fields, connection, "status")
        .ifPresent(url -> settings.put(GatewayDocument.STATUS_URL, url));
    fields
        .wholeNumber(connection, AT, "nodes", 1, MOST_NODES)
        .ifPresent(n -> settings.put(GatewayDocument.NODES, n.toString()));
    fields
        .wholeNumber(connection, AT, "requestsPerSecond", 1, MOST_REQUESTS)
        .ifPresent(n -> settings.put(GatewayDocument.REQUESTS_PER_SECOND, n.toString()));
    fields
        .wholeNumber(connection, AT, "pollRequestsPerSecond", 1, MOST_REQUESTS)
        .ifPresent(n -> settings.put(GatewayDocument.POLL_REQUESTS_PER_SECOND, n.toString()));
    return settings;
  }

  private static Optional<String> address(DocumentFields fields, Node.Obj connection, String name) {
    Optional<String> text = fields.text(connection, AT, name);
    Optional<String> good = text.filter(KongConnectionFields::isBase);
    if (text.isPresent() && good.isEmpty()) {
      // Not repeated: an address with credentials in it is refused here.
      fields.impossibleUnsaid(
          AT + "." + name,
          "Write http:// or https://, a host and a port; no user, query or fragment.");
    }
    return good;
  }

  private static boolean isBase(String text) {
    try {
      var uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
