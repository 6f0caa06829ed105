package io.entente.hub.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The description of the hub's topics, and its judgement of events. */
public final class AsyncApiDocument {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode root;

  private AsyncApiDocument(JsonNode root) {
    this.root = root;
  }

  public static AsyncApiDocument read() {
    try {
      String text = Files.readString(GeneratedPart.doc("events/asyncapi.yaml"));
      return new AsyncApiDocument(new ObjectMapper(new YAMLFactory()).readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** Every event type, with the message that describes it. */
  Map<String, JsonNode> messagesByType() {
    var found = new TreeMap<String, JsonNode>();
    for (JsonNode message : root.at("/components/messages")) {
      types(message).forEach(type -> found.put(type, message));
    }
    return found;
  }

  /** The types a message may carry. */
  static List<String> types(JsonNode message) {
    var found = new TreeSet<String>();
    for (JsonNode types : message.path("headers").findValues("ce_type")) {
      types.path("enum").forEach(type -> found.add(type.asText()));
    }
    return List.copyOf(found);
  }

  /** Every topic, with its channel. */
  Map<String, JsonNode> channels() {
    var found = new TreeMap<String, JsonNode>();
    root.path("channels").forEach(channel -> found.put(channel.path("address").asText(), channel));
    return found;
  }

  /** What a reference within the document leads to; the node itself where it is none. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** The JSON Schema of a message's data. */
  JsonNode payload(JsonNode message) {
    return resolved(message.path("payload")).path("schema");
  }

  /**
   * What is wrong with an event; nothing where it is as described.
   *
   * @param headers as they are on Kafka
   * @param data the record's value
   */
  public List<String> complaints(String topic, Map<String, String> headers, String data) {
    JsonNode message = messagesByType().get(headers.getOrDefault("ce_type", ""));
    if (message == null) {
      return List.of("there is no event type " + headers.get("ce_type"));
    }
    var wrong = new ArrayList<String>();
    boolean carried = false;
    for (JsonNode of : channels().get(topic).path("messages")) {
      carried |= resolved(of).equals(message);
    }
    if (!carried) {
      wrong.add(topic + " does not carry " + headers.get("ce_type"));
    }
    String envelope = new ObjectMapper().valueToTree(headers).toString();
    wrong.addAll(complaints(inlined(message.path("headers")), envelope));
    wrong.addAll(complaints(payload(message), data));
    return wrong;
  }

  static List<String> complaints(JsonNode schema, String document) {
    Schema judge = SCHEMAS.getSchema(schema.toString(), InputFormat.JSON);
    return judge.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private JsonNode inlined(JsonNode headers) {
    JsonNode copy = headers.deepCopy();
    if (copy.path("allOf") instanceof com.fasterxml.jackson.databind.node.ArrayNode parts) {
      for (int i = 0; i < parts.size(); i++) {
        parts.set(i, resolved(parts.get(i)));
      }
    }
    return copy;
  }
}
