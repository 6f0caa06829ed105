package io.entente.translator.kong;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Judges settings by the schemas that Kong publishes of 3.15: fields, types and choices. */
final class EnterpriseJudge {

  private static final Path SCHEMAS = Path.of("src", "test", "resources", "enterprise-3.15");
  private static final Map<String, Node.Obj> CONFIGS = new ConcurrentHashMap<>();

  private EnterpriseJudge() {}

  /** What Kong would complain about; empty when nothing. */
  static List<String> complaints(String plugin, Node config) {
    var complaints = new ArrayList<String>();
    judge("config", published(plugin), config, complaints);
    return complaints;
  }

  /** Fields of the schema that a document leaves to their defaults. */
  static List<String> unwritten(String plugin, Node config) {
    Node.Obj schema = published(plugin);
    var left = new ArrayList<>(((Node.Obj) Recorded.field(schema, "properties")).fields().keySet());
    left.removeAll(((Node.Obj) config).fields().keySet());
    return left;
  }

  /** The schema of a plugin's settings, as Kong publishes it. */
  static Node.Obj published(String plugin) {
    return CONFIGS.computeIfAbsent(plugin, EnterpriseJudge::schema);
  }

  private static void judge(String path, Node.Obj schema, Node value, List<String> complaints) {
    String type = schema.field("type").map(Recorded::text).orElse("");
    // Null is a field that is switched off.
    if (value.equals(Node.nothing())) {
      return;
    }
    boolean fits =
        switch (type) {
          case "object" -> value instanceof Node.Obj;
          case "array" -> value instanceof Node.Arr;
          case "string" -> scalar(value) instanceof Scalar.Text || value instanceof Node.Secret;
          case "boolean" -> scalar(value) instanceof Scalar.Bool;
          default -> scalar(value) instanceof Scalar.Num;
        };
    if (!fits) {
      complaints.add(path + " is no " + type);
    } else if (value instanceof Node.Arr list) {
      Node.Obj items = (Node.Obj) Recorded.field(schema, "items");
      list.items().forEach(item -> judge(path + "[]", items, item, complaints));
    } else if (value instanceof Node.Obj obj) {
      Node.Obj properties = (Node.Obj) schema.field("properties").orElse(Node.obj());
      obj.fields()
          .forEach(
              (name, field) ->
                  properties
                      .field(name)
                      .or(() -> schema.field("additionalProperties"))
                      .filter(Node.Obj.class::isInstance)
                      .ifPresentOrElse(
                          known -> judge(path + "." + name, (Node.Obj) known, field, complaints),
                          () -> complaints.add(path + "." + name + " is unknown")));
      schema
          .field("required")
          .ifPresent(
              names ->
                  ((Node.Arr) names)
                      .items().stream()
                          .map(Recorded::text)
                          .filter(name -> obj.field(name).isEmpty())
                          .forEach(name -> complaints.add(path + "." + name + " is required")));
    }
    schema
        .field("enum")
        .filter(choices -> !((Node.Arr) choices).items().contains(value))
        .ifPresent(choices -> complaints.add(path + " is none of " + choices));
  }

  /** The plugins whose schemas are here. */
  static List<String> plugins() {
    try (var files = Files.list(SCHEMAS)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.replace(".json", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-"))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scalar scalar(Node node) {
    return node instanceof Node.Value value ? value.value() : new Scalar.Null();
  }

  private static Node.Obj schema(String plugin) {
    String file =
        Arrays.stream(plugin.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining("", "", ".json"));
    try {
      Node document = JsonTree.read(Files.readString(SCHEMAS.resolve(file)), TreeLimits.VENDOR);
      return (Node.Obj) Recorded.field(Recorded.field(document, "properties"), "config");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
