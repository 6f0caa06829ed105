package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.List;

/** The report of an import as a person reads it. */
final class ImportText {

  private static final List<String> POLICIES = List.of("policy", "kind", "object", "path");
  private static final List<String> REMAINDER = List.of("object", "reason");

  private ImportText() {}

  static String render(Node report) {
    var out = new StringBuilder();
    out.append("read from ").append(Table.at(report, "from"));
    out.append(", gateway ").append(Table.at(report, "gateway")).append('\n');
    Table.items(report, "notes")
        .forEach(
            note -> out.append("- ").append(Table.render(note, List.of()).strip()).append('\n'));
    out.append("\npolicies found\n");
    out.append(Table.render(Node.arr(Table.items(report, "policies")), POLICIES));
    unexpressed(report, out);
    out.append("\nexpressed completely: translating the policies gives the same again\n");
    List<Node> expressed = Table.items(report, "expressed");
    out.append(expressed.isEmpty() ? "nothing\n" : "");
    expressed.forEach(
        key -> out.append("- ").append(Table.render(key, List.of()).strip()).append('\n'));
    out.append("\nleft as it is\n");
    out.append(Table.render(Node.arr(Table.items(report, "remainder")), REMAINDER));
    return out.toString();
  }

  private static void unexpressed(Node report, StringBuilder out) {
    var text = new StringBuilder();
    for (Node policy : Table.items(report, "policies")) {
      if (policy instanceof Node.Obj object
          && object.field("unexpressed").orElse(policy) instanceof Node.Obj paths) {
        paths
            .fields()
            .keySet()
            .forEach(
                path ->
                    text.append("- ")
                        .append(Table.at(policy, "policy"))
                        .append(", ")
                        .append(path)
                        .append(": ")
                        .append(Table.at(Node.obj().with("why", at(paths, path)), "why"))
                        .append('\n'));
      }
    }
    if (!text.isEmpty()) {
      out.append("\nwhat the policies do not say\n").append(text);
    }
  }

  private static Node at(Node.Obj paths, String path) {
    return paths.field(path).orElse(Node.nothing());
  }
}
