package io.entente.reference;

import io.entente.model.tree.Node;
import io.entente.policy.PolicyKind;
import java.util.Map;
import java.util.TreeMap;

/** The list of all kinds, and the fields that they share. */
final class KindIndex {

  private KindIndex() {}

  static String of(Map<String, SchemaPart> kinds) {
    var made =
        new StringBuilder(
            "\n## Kinds\n\n| Kind | What it is | Several on a route |\n|---|---|---|\n");
    kinds.forEach(
        (kind, schema) ->
            made.append(
                "| [`%s`](%s.md) | %s | %s |\n"
                    .formatted(kind, kind, schema.text("description"), several(kind))));
    FieldTable shared = FieldTable.of(shared());
    made.append("\n## Fields of every kind\n\nBelow `spec`, beside the kind:\n\n");
    made.append(shared.table()).append("\nBeyond single fields:\n\n").append(shared.rules());
    made.append("- Exactly one kind is written.\n\n");
    made.append("## Several policies on one route\n\n");
    for (var combine : PolicyKind.Combine.values()) {
      made.append("- " + Kinds.combined(combine) + "\n");
    }
    return made.append('\n').toString();
  }

  /** The schema of {@code spec} without kinds, whose names are in the list above. */
  private static SchemaPart shared() {
    var properties = new TreeMap<String, Node>();
    Kinds.spec()
        .properties()
        .forEach(
            (name, part) -> {
              if (!Kinds.names().contains(name)) {
                properties.put(name, part.node());
              }
            });
    return new SchemaPart(
        Kinds.spec().node().with("properties", Node.obj(properties)).without("allOf"));
  }

  private static String several(String kind) {
    return switch (KindText.of(kind).policies().get(0).spec().kind().combine()) {
      case ALL_APPLY -> "all hold";
      case REPLACE -> "one holds";
      case UNION -> "joined";
      case STRICTEST -> "the strictest holds";
    };
  }
}
