package io.entente.reference;

import io.entente.model.tree.Node;
import io.entente.policy.PolicyKind;
import io.entente.policy.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every kind of policy that documents may name, as the published schema has them. */
final class Kinds {

  private Kinds() {}

  /** The schema of {@code spec}. */
  static SchemaPart spec() {
    return new SchemaPart((Node.Obj) Schemas.policy()).part("properties").part("spec");
  }

  /** Schema by name of kind. */
  static Map<String, SchemaPart> all() {
    var kinds = new TreeMap<String, SchemaPart>();
    spec()
        .properties()
        .forEach(
            (name, part) -> {
              if (names().contains(name)) {
                kinds.put(name, part);
              }
            });
    return kinds;
  }

  /** In the order in which the model lists them. */
  static List<String> names() {
    return spec().parts("allOf").stream()
        .flatMap(rule -> rule.parts("oneOf").stream())
        .flatMap(choice -> choice.texts("required").stream())
        .toList();
  }

  /** How several policies of one kind come together. */
  static String combined(PolicyKind.Combine combine) {
    return switch (combine) {
      case ALL_APPLY -> "**All hold**: each policy that reaches the route acts.";
      case REPLACE ->
          "**One holds**: the widest Override if there is any, else the nearest Default; between"
              + " two of the same level the higher priority. What is still equal is a conflict, in"
              + " which the first by name holds.";
      case UNION ->
          "**They are joined**, widest target first, then rising priority, then name, so that the"
              + " nearest has the last word. Two of the same level and priority that contradict each"
              + " other are a conflict, in which the first by name holds.";
      case STRICTEST ->
          "**The strictest holds**, wherever it comes from; but the widest Override shuts out"
              + " whatever is nearer than itself.";
    };
  }
}
