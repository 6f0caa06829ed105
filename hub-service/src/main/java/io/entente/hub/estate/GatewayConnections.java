package io.entente.hub.estate;

import io.entente.model.tree.Node;
import java.util.Map;
import java.util.TreeMap;

/** JSON Schemas of how a gateway is reached, by vendor. */
final class GatewayConnections {

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String LAST_LABEL = "[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

  /** As the reader has it: one label, or several of which the last starts with a letter. */
  private static final String HOST =
      "(?:(?:"
          + OCTET
          + "\\.){3}"
          + OCTET
          + "|(?:"
          + LABEL
          + "|(?:"
          + LABEL
          + "\\.)+"
          + LAST_LABEL
          + ")\\.?|\\[[0-9A-Fa-f:.]+])";

  private static final String PORT = "(?::[0-9]{0,9})?";
  private static final String PATH = "(?:/[A-Za-z0-9._~!$&'()*+,;=:@/-]*)?";
  private static final String HERE = "(?:localhost|127\\.0\\.0\\.1|\\[::1])";

  private GatewayConnections() {}

  static Node.Obj kong() {
    var base = "^https?://" + HOST + PORT + PATH + "$";
    return object(
        "How Kong is reached.",
        Map.of(
            "admin", text("Base address of the Admin API.", base),
            "status", text("Base address of the Status API, for counters.", base),
            "nodes", whole("How many data planes share the traffic.", 10_000),
            "requestsPerSecond", whole("Most requests a second to the Admin API.", 1_000),
            "pollRequestsPerSecond",
                whole("Most requests a second of the schedule's own reads.", 1_000)),
        "admin");
  }

  static Node.Obj apigee() {
    var name = "^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,255}$";
    var base = "^(?:https://" + HOST + "|http://" + HERE + ")" + PORT + "/*$";
    return object(
        "Which environment of Apigee, and how it is reached.",
        Map.of(
            "organization", text("The organisation.", name),
            "environment", text("One environment of it; that is one gateway.", name),
            "endpoint", text("Base address of the management API; Google's own when absent.", base),
            "requestsPerSecond", whole("Most requests a second to the management API.", 1_000)),
        "organization",
        "environment");
  }

  static Node.Obj listener() {
    return object(
        "Where the data plane is to listen.",
        Map.of(
            "address",
                text("An IP address.", "^[0-9a-fA-F.:]{2,45}$")
                    .with("default", Node.text("127.0.0.1")),
            "port", whole("A port.", 65_535)),
        "port");
  }

  private static Node.Obj object(String doc, Map<String, Node> properties, String... required) {
    return Node.obj(
        Map.of(
            "type", Node.text("object"),
            "description", Node.text(doc),
            "additionalProperties", Node.bool(false),
            "properties", Node.obj(new TreeMap<>(properties)),
            "required", GatewaySchema.texts(required)));
  }

  private static Node.Obj text(String doc, String pattern) {
    return Node.obj(
        Map.of(
            "type", Node.text("string"),
            "description", Node.text(doc),
            "pattern", Node.text(pattern)));
  }

  private static Node.Obj whole(String doc, int most) {
    return Node.obj(
        Map.of(
            "type", Node.text("integer"),
            "description", Node.text(doc),
            "minimum", Node.number(1),
            "maximum", Node.number(most)));
  }
}
