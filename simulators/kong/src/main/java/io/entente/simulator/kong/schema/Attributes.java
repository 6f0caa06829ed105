package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Rules of one field that a definition states as attributes, in the order Kong tries them. */
final class Attributes {

  private static final Map<String, BiFunction<JsonNode, JsonNode, Optional<String>>> IN_ORDER =
      new LinkedHashMap<>();

  static {
    IN_ORDER.put(
        "eq",
        (value, wanted) ->
            Values.same(value, wanted) ? ok() : no("value must be " + LuaText.plain(wanted)));
    IN_ORDER.put(
        "ne",
        (value, other) ->
            Values.same(value, other) ? no("value must not be " + LuaText.plain(other)) : ok());
    IN_ORDER.put(
        "one_of",
        (value, options) ->
            contains(options, value) ? ok() : no("expected one of: " + join(options, "")));
    IN_ORDER.put(
        "not_one_of",
        (value, options) ->
            contains(options, value) ? no("must not be one of: " + join(options, "")) : ok());
    IN_ORDER.put(
        "gt",
        (value, limit) ->
            value.asDouble() > limit.asDouble()
                ? ok()
                : no("value must be greater than " + LuaText.number(limit)));
    IN_ORDER.put(
        "timestamp",
        (value, flag) -> value.asDouble() > 0 ? ok() : no("expected a valid timestamp"));
    IN_ORDER.put(
        "uuid", (value, flag) -> Uuids.isUuid(value.asText()) ? ok() : no("expected a valid UUID"));
    IN_ORDER.put("is_regex", (value, flag) -> regex(value.asText()));
    IN_ORDER.put("between", Attributes::between);
    IN_ORDER.put(
        "len_eq",
        (value, n) -> length(value) == n.asInt() ? ok() : no("length must be " + n.asInt()));
    IN_ORDER.put(
        "len_min",
        (value, n) ->
            length(value) >= n.asInt() ? ok() : no("length must be at least " + n.asInt()));
    IN_ORDER.put(
        "len_max",
        (value, n) ->
            length(value) <= n.asInt() ? ok() : no("length must be at most " + n.asInt()));
    IN_ORDER.put(
        "starts_with",
        (value, start) ->
            value.asText().startsWith(start.asText())
                ? ok()
                : no("should start with: " + start.asText()));
    IN_ORDER.put("match_none", (value, list) -> first(list, value, true));
    IN_ORDER.put(
        "match",
        (value, pattern) ->
            LuaPattern.find(value.asText(), pattern.asText())
                ? ok()
                : no("invalid value: " + value.asText()));
    IN_ORDER.put("match_all", (value, list) -> first(list, value, false));
    IN_ORDER.put("match_any", Attributes::matchAny);
    IN_ORDER.put(
        "contains",
        (value, wanted) ->
            contains(value, wanted) ? ok() : no("expected to contain: " + LuaText.plain(wanted)));
    IN_ORDER.put("mutually_exclusive_subsets", Attributes::subsets);
  }

  private Attributes() {}

  /** The first violation of a value that is given and of the right type. */
  static Optional<String> violation(Field field, JsonNode value) {
    for (var attribute : IN_ORDER.entrySet()) {
      JsonNode argument = field.attribute(attribute.getKey());
      if (argument.isMissingNode()
          || (argument.isBoolean() && !argument.asBoolean() && isFlag(attribute.getKey()))) {
        continue;
      }
      Optional<String> violation = attribute.getValue().apply(value, argument);
      if (violation.isPresent()) {
        return violation;
      }
    }
    if (field.type() == FieldType.STRING
        && field.attribute("len_min").isMissingNode()
        && value.asText().isEmpty()) {
      return no("length must be at least 1");
    }
    return field.rule().flatMap(rule -> rule.violation(value));
  }

  private static boolean isFlag(String attribute) {
    return attribute.equals("timestamp")
        || attribute.equals("uuid")
        || attribute.equals("is_regex");
  }

  private static Optional<String> between(JsonNode value, JsonNode limits) {
    return value.asDouble() < limits.get(0).asDouble()
            || value.asDouble() > limits.get(1).asDouble()
        ? no("value should be between " + limits.get(0).asLong() + " and " + limits.get(1).asLong())
        : ok();
  }

  private static Optional<String> regex(String text) {
    try {
      Pattern.compile(text);
      return ok();
    } catch (PatternSyntaxException e) {
      return no("not a valid regex: " + text);
    }
  }

  private static Optional<String> first(JsonNode list, JsonNode value, boolean wrong) {
    for (JsonNode entry : list) {
      if (LuaPattern.find(value.asText(), entry.path("pattern").asText()) == wrong) {
        return no(entry.path("err").asText());
      }
    }
    return ok();
  }

  private static Optional<String> matchAny(JsonNode value, JsonNode argument) {
    for (JsonNode pattern : argument.path("patterns")) {
      if (LuaPattern.find(value.asText(), pattern.asText())) {
        return ok();
      }
    }
    return no(argument.path("err").asText());
  }

  private static Optional<String> subsets(JsonNode value, JsonNode subsets) {
    List<String> touched = new ArrayList<>();
    for (JsonNode subset : subsets) {
      for (JsonNode item : value) {
        if (contains(subset, item)) {
          touched.add("(" + join(subset, "'") + ")");
          break;
        }
      }
    }
    return touched.size() > 1
        ? no("these sets are mutually exclusive: " + String.join(", ", touched))
        : ok();
  }

  private static int length(JsonNode value) {
    return value.isTextual()
        ? value.asText().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
        : value.size();
  }

  static boolean contains(JsonNode list, JsonNode wanted) {
    for (JsonNode item : list) {
      if (Values.same(item, wanted)) {
        return true;
      }
    }
    return false;
  }

  static String join(JsonNode list, String quote) {
    List<String> words = new ArrayList<>();
    ((ArrayNode) list).forEach(item -> words.add(quote + LuaText.plain(item) + quote));
    return String.join(", ", words);
  }

  private static Optional<String> ok() {
    return Optional.empty();
  }

  private static Optional<String> no(String why) {
    return Optional.of(why);
  }
}
