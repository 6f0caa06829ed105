package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules across the fields of one entity; adds what it finds to the violations of the fields. */
final class EntityChecks {

  private static final String AT_LEAST_ONE = "at least one of these fields must be non-empty: ";

  private final Schema schema;
  private final ObjectNode entity;
  private final boolean whole;
  private final ObjectNode errors;

  EntityChecks(Schema schema, ObjectNode entity, boolean whole, ObjectNode errors) {
    this.schema = schema;
    this.entity = entity;
    this.whole = whole;
    this.errors = errors;
  }

  void run() {
    for (JsonNode check : schema.checks()) {
      String name = check.fieldNames().next();
      JsonNode argument = check.get(name);
      if (applies(name, argument)) {
        run(name, argument);
      }
    }
  }

  private void run(String name, JsonNode argument) {
    switch (name) {
      case "at_least_one_of" -> {
        if (nonEmpty(argument).isEmpty()) {
          atLeastOne(argument);
        }
      }
      case "only_one_of" -> {
        if (nonEmpty(argument).size() != 1) {
          add("exactly one of these fields must be non-empty: " + quoted(argument));
        }
      }
      case "distinct" -> distinct(argument);
      case "mutually_required" -> {
        int set = nonEmpty(argument).size();
        if (set != 0 && set != argument.size()) {
          add("all or none of these fields must be set: " + quoted(argument));
        }
      }
      case "conditional" -> conditional(argument);
      case "conditional_at_least_one_of" -> conditionalAtLeastOne(argument);
      case "custom_entity_check" -> {
        // a function in Kong: the owner of the schema runs these
      }
      default -> throw new IllegalStateException("unknown entity check '" + name + "'");
    }
  }

  /** A check runs when none of its fields is wrong already, unless it can bear that. */
  private boolean applies(String name, JsonNode argument) {
    List<String> fields = new ArrayList<>();
    if (argument.isArray()) {
      argument.forEach(field -> fields.add(field.asText()));
    } else {
      for (String source : List.of("if_field", "then_field")) {
        if (argument.has(source)) {
          fields.add(argument.get(source).asText());
        }
      }
      argument.path("then_at_least_one_of").forEach(field -> fields.add(field.asText()));
      argument.path("else_then_at_least_one_of").forEach(field -> fields.add(field.asText()));
    }
    boolean anyGiven =
        fields.stream().anyMatch(field -> !Values.get(entity, field).isMissingNode());
    return anyGiven || (whole && name.contains("at_least_one_of"));
  }

  private void distinct(JsonNode fields) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode value : nonEmpty(fields)) {
      if (!seen.add(value)) {
        add("values of these fields must be distinct: " + quoted(fields));
        return;
      }
    }
  }

  private void conditional(JsonNode argument) {
    String ifField = argument.path("if_field").asText();
    String thenField = argument.path("then_field").asText();
    if (!matches(ifField, argument.path("if_match"))) {
      return;
    }
    JsonNode value = Values.get(entity, thenField);
    JsonNode then = value.isMissingNode() ? Values.NODES.nullNode() : value;
    JsonNode thenMatch = argument.path("then_match");
    JsonNode error;
    if (thenMatch.path("required").asBoolean() && then.isNull()) {
      error = Values.NODES.textNode(Validation.REQUIRED);
    } else {
      var violation =
          schema
              .fieldAt(thenField)
              .map(field -> field.overlaid(thenMatch))
              .flatMap(field -> ofThen(field, thenMatch, then));
      if (violation.isEmpty()) {
        return;
      }
      error = violation.get();
    }
    Values.set(errors, thenField, error);
    add(
        argument.has("then_err")
            ? argument.get("then_err").asText().replace("%s", ifField)
            : "failed conditional validation given value of field '" + ifField + "'");
  }

  /** {@code eq: null} refuses any value; the other attributes let null pass. */
  private static java.util.Optional<JsonNode> ofThen(Field field, JsonNode match, JsonNode value) {
    return match.path("eq").isNull() && !value.isNull()
        ? java.util.Optional.of(Values.NODES.textNode("value must be null"))
        : Validation.violation(field, value);
  }

  private void conditionalAtLeastOne(JsonNode argument) {
    String ifField = argument.path("if_field").asText();
    if (Values.get(entity, ifField).isMissingNode()) {
      return;
    }
    String branch = "then";
    if (!matches(ifField, argument.path("if_match"))) {
      if (!argument.has("else_match") || !matches(ifField, argument.path("else_match"))) {
        return;
      }
      branch = "else_then";
    }
    JsonNode fields = argument.path(branch + "_at_least_one_of");
    if (!nonEmpty(fields).isEmpty()) {
      return;
    }
    JsonNode message = argument.path(branch + "_err");
    if (message.isTextual()) {
      add(message.asText().replace("%s", quoted(fields)));
    } else {
      atLeastOne(fields);
    }
  }

  private boolean matches(String path, JsonNode match) {
    JsonNode value = Values.get(entity, path);
    if (!Values.isGiven(value)) {
      return match.path("eq").isNull();
    }
    return schema
        .fieldAt(path)
        .map(field -> Validation.violation(field.overlaid(match), value).isEmpty())
        .orElse(false);
  }

  private void atLeastOne(JsonNode fields) {
    add((whole ? "" : "when updating, ") + AT_LEAST_ONE + quoted(fields));
  }

  private List<JsonNode> nonEmpty(JsonNode fields) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode field : fields) {
      JsonNode value = Values.get(entity, field.asText());
      if (Values.isNonEmpty(value)) {
        found.add(value);
      }
    }
    return found;
  }

  private static String quoted(JsonNode fields) {
    return Attributes.join(fields, "'");
  }

  private void add(String message) {
    ArrayNode all =
        errors.path("@entity") instanceof ArrayNode list ? list : errors.putArray("@entity");
    all.add(message);
  }
}
