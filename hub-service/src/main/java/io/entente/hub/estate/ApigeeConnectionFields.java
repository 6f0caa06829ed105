package io.entente.hub.estate;

import io.entente.model.tree.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which environment of Apigee, and how it is reached, in its Gateway document. */
final class ApigeeConnectionFields {
  private static final String AT = "spec.connection";
  private static final int MOST_REQUESTS = 1_000;

  /** As the discovery document of the API says it of environments. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private ApigeeConnectionFields() {}

  /** The settings it comes to; what is wrong is told to {@code fields}. */
  static Map<String, String> read(DocumentFields fields, Node.Obj spec) {
    var settings = new TreeMap<String, String>();
    if (spec.field("connection").isEmpty()) {
      fields.missing(AT, "Write connection: {organization: my-org, environment: prod}.");
      return settings;
    }
    Node.Obj connection = fields.requiredObject(spec, "spec", "connection");
    fields.only(
        connection, AT, Set.of("organization", "environment", "endpoint", "requestsPerSecond"));
    name(fields, connection, "organization")
        .ifPresent(name -> settings.put(GatewayDocument.ORGANIZATION, name));
    name(fields, connection, "environment")
        .ifPresent(name -> settings.put(GatewayDocument.ENVIRONMENT, name));
    endpoint(fields, connection).ifPresent(url -> settings.put(GatewayDocument.ENDPOINT, url));
    fields
        .wholeNumber(connection, AT, "requestsPerSecond", 1, MOST_REQUESTS)
        .ifPresent(n -> settings.put(GatewayDocument.REQUESTS_PER_SECOND, n.toString()));
    return settings;
  }

  private static Optional<String> name(DocumentFields fields, Node.Obj connection, String name) {
    if (connection.field(name).isEmpty()) {
      fields.missing(AT + "." + name, "Write the name of the " + name + ".");
      return Optional.empty();
    }
    Optional<String> text = fields.text(connection, AT, name);
    text.filter(value -> !possible(value))
        .ifPresent(
            value ->
                fields.impossible(
                    AT + "." + name,
                    value,
                    "Write 1 to 255 letters, digits, '.', '_' or '-', as Apigee names it."));
    return text.filter(ApigeeConnectionFields::possible);
  }

  private static boolean possible(String name) {
    return NAME.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }

  private static Optional<String> endpoint(DocumentFields fields, Node.Obj connection) {
    Optional<String> text = fields.text(connection, AT, "endpoint");
    Optional<String> good = text.filter(ApigeeConnectionFields::isBase);
    if (text.isPresent() && good.isEmpty()) {
      // Not repeated: an address with credentials in it is refused here.
      fields.impossibleUnsaid(
          AT + ".endpoint",
          "Write https:// and a host, such as https://apigee.googleapis.com; http:// only for"
              + " this machine; no user, path, query or fragment.");
    }
    return good;
  }

  private static boolean isBase(String text) {
    try {
      var uri = new URI(text);
      String host = uri.getHost();
      return host != null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && HERE.contains(host)))
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawPath().replace("/", "").isEmpty();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
