package io.entente.simulator.kong.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.declarative.YamlText;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Says where an answer differs from the recorded one; the order of JSON keys does not count. */
final class Comparison {

  /** What a real node answers differently each time it is asked. */
  private static final Pattern VARIES =
      Pattern.compile(
          "\\.server\\..*|\\.memory\\.workers_lua_vms.*|\\.timers\\..*"
              + "|\\.configuration_hash"
              + "|\\.configuration\\.(admin|status)_listen(\\[0]|ers\\[0]\\.(port|listener))");

  private static final Set<String> VALUE_VARIES =
      new TreeSet<>(Set.of("date", "x-kong-admin-latency", "content-length"));

  private Comparison() {}

  static List<String> differences(Recording recording, HttpResponse<String> response) {
    List<String> found = new ArrayList<>();
    if (response.statusCode() != recording.status()) {
      found.add("status " + response.statusCode() + " instead of " + recording.status());
    }
    headers(recording, response, found);
    body(recording, response.body(), found);
    return found;
  }

  private static void headers(
      Recording recording, HttpResponse<String> response, List<String> found) {
    Map<String, String> actual = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> actual.put(name, values.get(0)));
    recording
        .headers()
        .forEach(
            (name, value) -> {
              String there = actual.remove(name);
              boolean varies = VALUE_VARIES.contains(name.toLowerCase(java.util.Locale.ROOT));
              if (there == null) {
                found.add("header " + name + " is missing");
              } else if (!varies && !there.equals(value)) {
                found.add("header " + name + " is '" + there + "' instead of '" + value + "'");
              }
            });
    // 204 and 304 have no body: whether they say so is not a matter of meaning
    if (response.statusCode() == 204 || response.statusCode() == 304) {
      actual.remove("content-length");
    }
    actual.keySet().forEach(name -> found.add("header " + name + " is not in the recording"));
  }

  private static void body(Recording recording, String actual, List<String> found) {
    JsonNode expected = recording.body();
    if (expected.isTextual()) {
      if (!expected.asText().equals(actual)) {
        found.add("body is '" + actual + "' instead of '" + expected.asText() + "'");
      }
      return;
    }
    compare("", yamlToo(expected), yamlToo(Scene.parse(actual)), found);
  }

  /** The configuration of a node without a database is YAML inside JSON. */
  private static JsonNode yamlToo(JsonNode body) {
    JsonNode config = body.path("config");
    if (body.size() != 1 || !config.isTextual()) {
      return body;
    }
    try {
      ObjectNode parsed = body.deepCopy();
      parsed.set("config", YamlText.read(config.asText()));
      return parsed;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void compare(String path, JsonNode expected, JsonNode actual, List<String> found) {
    if (expected instanceof ObjectNode object && actual instanceof ObjectNode other) {
      var names = new TreeSet<String>();
      object.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(path + "." + name, object.path(name), other.path(name), found);
      }
    } else if (expected instanceof ArrayNode array
        && actual instanceof ArrayNode other
        && array.size() == other.size()) {
      boolean isUnordered = path.equals(".flattened_errors");
      List<JsonNode> wanted = isUnordered ? sorted(array) : list(array);
      List<JsonNode> there = isUnordered ? sorted(other) : list(other);
      for (int i = 0; i < wanted.size(); i++) {
        compare(path + "[" + i + "]", wanted.get(i), there.get(i), found);
      }
    } else if (isWords(expected) && isWords(actual)) {
      words(path, expected, actual, found);
    } else if (!VARIES.matcher(path).matches()
        && !expected.equals(actual)
        && !sameNumber(expected, actual)) {
      found.add(path + " is " + shown(actual) + " instead of " + shown(expected));
    }
  }

  private static void words(String path, JsonNode expected, JsonNode actual, List<String> found) {
    for (JsonNode word : expected) {
      if (!list(actual).contains(word)) {
        found.add(path + " lacks " + word.asText());
      }
    }
    for (JsonNode word : actual) {
      if (!list(expected).contains(word)) {
        found.add(path + " has " + word.asText());
      }
    }
  }

  private static boolean isWords(JsonNode node) {
    return node.isArray() && list(node).stream().allMatch(JsonNode::isTextual);
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  /** Kong walks hash tables to find these. */
  private static List<JsonNode> sorted(JsonNode array) {
    List<JsonNode> list = list(array);
    list.sort(java.util.Comparator.comparing(each -> each.path("entity_name").asText()));
    return list;
  }

  private static boolean sameNumber(JsonNode expected, JsonNode actual) {
    return expected.isNumber()
        && actual.isNumber()
        && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "absent" : node.toString();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
