package io.entente.simulator.kong.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entente.simulator.kong.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Form bodies: {@code config.minute=5}, {@code tags[]=a}, {@code paths[1]=/x}, repeated names. */
public final class Forms {

  private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d*)]");

  private Forms() {}

  /** All values are texts; types are for the schema to infer. */
  public static ObjectNode decode(String body) {
    ObjectNode fields = Json.object();
    for (String pair : body.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decodePart(equals < 0 ? pair : pair.substring(0, equals));
        put(fields, name, equals < 0 ? "" : decodePart(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** Puts one value where its dotted name says. */
  public static void put(ObjectNode fields, String name, String value) {
    String[] steps = name.split("\\.");
    ObjectNode target = fields;
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode inner = target.path(steps[i]);
      target = inner instanceof ObjectNode object ? object : target.putObject(steps[i]);
    }
    String last = steps[steps.length - 1];
    Matcher indexed = INDEXED.matcher(last);
    TextNode text = TextNode.valueOf(value);
    if (indexed.matches()) {
      JsonNode list = target.path(indexed.group(1));
      ArrayNode array = list instanceof ArrayNode a ? a : target.putArray(indexed.group(1));
      array.add(text);
    } else if (target.path(last) instanceof ArrayNode array) {
      array.add(text);
    } else if (target.has(last)) {
      JsonNode first = target.get(last);
      target.putArray(last).add(first).add(text);
    } else {
      target.set(last, text);
    }
  }

  private static String decodePart(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
