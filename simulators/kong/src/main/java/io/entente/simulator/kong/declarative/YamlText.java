package io.entente.simulator.kong.declarative;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.store.Configuration;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Configurations as YAML: read with a library, written as Kong writes them. */
public final class YamlText {

  private static final YAMLMapper MAPPER = new YAMLMapper();
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/_][A-Za-z0-9 ./_+-]*(?<! )");
  private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|~");

  private YamlText() {}

  /** A node from YAML or JSON. */
  public static JsonNode read(String text) throws JsonProcessingException {
    return Json.normal(MAPPER.readTree(text));
  }

  /** What {@code GET /config} shows: entities by type, parents by id. */
  public static String write(Catalogue catalogue, Configuration configuration) {
    var text = new StringBuilder("_format_version: '3.0'\n_transform: false\n");
    for (EntityType type : catalogue.types()) {
      if (!configuration.of(type.collection()).isEmpty()) {
        text.append(type.name()).append(":\n");
        configuration
            .of(type.collection())
            .values()
            .forEach(entity -> item(text, referencing(type, entity), ""));
      }
    }
    return text.toString();
  }

  private static ObjectNode referencing(EntityType type, ObjectNode entity) {
    ObjectNode flat = entity.deepCopy();
    type.foreignFields()
        .forEach(
            field -> {
              JsonNode value = flat.path(field.getKey());
              if (value.isObject()) {
                flat.set(field.getKey(), value.path("id"));
              }
            });
    return flat;
  }

  private static void item(StringBuilder text, JsonNode node, String indent) {
    if (!(node instanceof ObjectNode object) || object.isEmpty()) {
      text.append(indent).append("- ").append(scalar(node)).append('\n');
      return;
    }
    String start = indent + "- ";
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      text.append(start);
      entry(text, entry, indent + "  ");
      start = indent + "  ";
    }
  }

  private static void entry(StringBuilder text, Map.Entry<String, JsonNode> entry, String indent) {
    JsonNode value = entry.getValue();
    text.append(scalar(TextNode.valueOf(entry.getKey()))).append(':');
    if (!value.isContainerNode() || value.isEmpty()) {
      text.append(' ').append(scalar(value)).append('\n');
    } else if (value.isArray()) {
      text.append('\n');
      value.forEach(each -> item(text, each, indent));
    } else {
      text.append('\n');
      for (Map.Entry<String, JsonNode> inner : value.properties()) {
        text.append(indent).append("  ");
        entry(text, inner, indent + "  ");
      }
    }
  }

  private static String scalar(JsonNode value) {
    if (value.isNull()) {
      return "~";
    }
    if (!value.isTextual()) {
      return new String(Json.write(value), StandardCharsets.UTF_8);
    }
    String text = value.asText();
    if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return text;
    }
    boolean isOneLine = text.chars().noneMatch(c -> c < 0x20);
    return isOneLine
        ? "'" + text.replace("'", "''") + "'"
        : new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
