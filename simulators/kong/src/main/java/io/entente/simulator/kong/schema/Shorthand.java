package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An old name of a field that has moved: still accepted, and still shown.
 *
 * @param path where the field lives now, dotted
 */
record Shorthand(Field field, String path) {

  static Shorthand of(JsonNode definition, String name, Rules rules) {
    List<String> steps = new ArrayList<>();
    definition
        .path("deprecation")
        .path("replaced_with")
        .path(0)
        .path("path")
        .forEach(step -> steps.add(step.asText()));
    return new Shorthand(Field.of(definition, name, rules), String.join(".", steps));
  }
}
