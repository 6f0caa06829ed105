package io.entente.hub.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a schema takes from those who hold an older one of it, readers of new events and of old ones
 * alike. A new property that may be absent takes nothing; nor do words for people.
 */
final class SchemaCompatibility {

  private static final Set<String> FOR_PEOPLE =
      Set.of("title", "description", "examples", "$comment", "$id", "$schema");

  private final List<String> broken = new ArrayList<>();

  private SchemaCompatibility() {}

  /** Each thing that {@code now} takes away or asks for beyond {@code released}. */
  static List<String> broken(JsonNode released, JsonNode now) {
    var comparison = new SchemaCompatibility();
    comparison.schema("", released, now);
    return comparison.broken;
  }

  private void schema(String at, JsonNode released, JsonNode now) {
    if (!released.isObject() || !now.isObject()) {
      same(at, released, now);
      return;
    }
    var words = new TreeSet<String>();
    released.fieldNames().forEachRemaining(words::add);
    now.fieldNames().forEachRemaining(words::add);
    words.removeAll(FOR_PEOPLE);
    for (String word : words) {
      JsonNode was = released.path(word);
      JsonNode is = now.path(word);
      switch (word) {
        case "properties", "$defs" -> named(at + "/" + word, was, is);
        case "required", "enum", "type" -> same(at + "/" + word, sorted(was), sorted(is));
        case "allOf", "anyOf", "oneOf" -> each(at + "/" + word, was, is);
        case "items", "additionalProperties", "not" -> schema(at + "/" + word, was, is);
        default -> same(at + "/" + word, was, is);
      }
    }
  }

  private void named(String at, JsonNode released, JsonNode now) {
    released
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (now.has(name)) {
                schema(at + "/" + name, released.path(name), now.path(name));
              } else {
                broken.add(at + "/" + name + " is gone");
              }
            });
  }

  private void each(String at, JsonNode released, JsonNode now) {
    if (released.size() != now.size()) {
      broken.add(at + " had " + released.size() + " parts and has " + now.size());
      return;
    }
    for (int i = 0; i < released.size(); i++) {
      schema(at + "/" + i, released.get(i), now.get(i));
    }
  }

  private void same(String at, Object released, Object now) {
    if (!released.equals(now)) {
      broken.add(at + " was " + released + " and is " + now);
    }
  }

  private static Set<String> sorted(JsonNode list) {
    var found = new TreeSet<String>();
    if (list.isArray()) {
      list.forEach(one -> found.add(one.toString()));
    } else if (!list.isMissingNode()) {
      found.add(list.toString());
    }
    return found;
  }
}
