package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Puts violations into one sentence. */
public final class Violations {

  private Violations() {}

  /** {@code schema violation (…)} or {@code n schema violations (…; …)}. */
  public static String sentence(ObjectNode errors) {
    List<String> parts = parts(errors);
    String all = "(" + String.join("; ", parts) + ")";
    return parts.size() == 1
        ? "schema violation " + all
        : parts.size() + " schema violations " + all;
  }

  private static List<String> parts(ObjectNode errors) {
    List<String> parts = new ArrayList<>();
    errors.path("@entity").forEach(error -> parts.add(error.asText()));
    for (String name : names(errors)) {
      JsonNode error = errors.get(name);
      if (name.equals("@entity")) {
        continue;
      }
      if (error instanceof ObjectNode inner) {
        names(inner).forEach(sub -> parts.add(name + "." + sub + ": " + text(inner.get(sub))));
      } else if (error.isArray()) {
        for (int i = 0; i < error.size(); i++) {
          if (!error.get(i).isNull()) {
            parts.add(name + "." + (i + 1) + ": " + text(error.get(i)));
          }
        }
      } else {
        parts.add(name + ": " + error.asText());
      }
    }
    return parts;
  }

  private static String text(JsonNode error) {
    return error.isContainerNode() ? LuaText.indented(error) : error.asText();
  }

  private static TreeSet<String> names(ObjectNode node) {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
