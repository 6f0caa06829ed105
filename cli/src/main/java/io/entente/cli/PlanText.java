package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as a person reviews it: differences first, then what the translation keeps and loses. */
final class PlanText {

  private static final List<String> DIFFERENCE = List.of("action", "object", "path", "from", "to");
  private static final List<String> FIDELITY =
      List.of("policy", "target", "field", "value", "grade", "deviation");

  private PlanText() {}

  static String render(Node plan) {
    var out = new StringBuilder();
    out.append("plan ").append(Table.at(plan, "id")).append(" for ");
    out.append(Table.at(plan, "gateway"))
        .append(", ")
        .append(Table.at(plan, "status"))
        .append('\n');
    if (Table.at(plan, "empty").equals("true")) {
      out.append("nothing would change\n");
      shadowed(plan, out);
      writers(plan, out);
      return out.toString();
    }
    List<Node> differences = list(plan, "differences").items();
    out.append("\nchanges\n");
    out.append(Table.render(FileText.sized(differences, "from", "to"), DIFFERENCE));
    out.append(FileText.diffs(differences));
    out.append("\nwhat the translation keeps and loses\n");
    out.append(Table.render(Node.arr(fields(plan)), FIDELITY));
    shadowed(plan, out);
    writers(plan, out);
    List<Node> lost = list(plan, "cannotReturn").items();
    if (!lost.isEmpty()) {
      out.append("\nwhat cannot return\n");
      lost.forEach(l -> out.append("- ").append(Table.render(l, List.of())));
    }
    out.append("\nhash ").append(Table.at(plan, "hash"));
    return out.append("\nnext: entente approve ")
        .append(Table.at(plan, "id"))
        .append('\n')
        .toString();
  }

  private static void shadowed(Node plan, StringBuilder out) {
    List<Node> shadowed = list(plan, "shadowed").items();
    if (!shadowed.isEmpty()) {
      out.append("\nwhat others on the gateway keep from acting\n");
      shadowed.forEach(
          s ->
              out.append("- ")
                  .append(Table.at(s, "policy"))
                  .append(" on ")
                  .append(Table.at(s, "target"))
                  .append(": ")
                  .append(Table.at(s, "reason"))
                  .append('\n'));
    }
  }

  private static void writers(Node plan, StringBuilder out) {
    List<Node> writers = list(plan, "otherWriters").items();
    if (!writers.isEmpty()) {
      out.append("\nwho else writes to this gateway\n");
      writers.forEach(
          w ->
              out.append("- ")
                  .append(Table.at(w, "kind"))
                  .append(": ")
                  .append(Table.at(w, "evidence"))
                  .append("; it overwrites ")
                  .append(Table.at(w, "wouldOverwrite"))
                  .append('\n'));
    }
  }

  private static Node.Arr list(Node plan, String field) {
    return plan instanceof Node.Obj object && object.field(field).orElse(plan) instanceof Node.Arr a
        ? a
        : Node.arr(List.of());
  }

  private static List<Node> fields(Node plan) {
    var rows = new ArrayList<Node>();
    for (Node entry : list(plan, "fidelity").items()) {
      for (Node field : list(entry, "fields").items()) {
        if (field instanceof Node.Obj object) {
          rows.add(
              object
                  .with("policy", Node.text(Table.at(entry, "policy")))
                  .with("target", Node.text(Table.at(entry, "target")))
                  .with("deviation", Node.text(deviations(object))));
        }
      }
    }
    return rows;
  }

  private static String deviations(Node field) {
    return list(field, "deviations").items().stream()
        .map(d -> Table.at(d, "direction") + " " + Table.at(d, "bound"))
        .collect(Collectors.joining("; "));
  }
}
