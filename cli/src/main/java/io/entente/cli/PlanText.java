package io.entente.cli;

import io.entente.model.tree.Node;
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
      out.append(FidelityText.shadowed(plan));
      writers(plan, out);
      return out.toString();
    }
    List<Node> differences = Table.items(plan, "differences");
    out.append("\nchanges\n");
    out.append(Table.render(FileText.sized(differences, "from", "to"), DIFFERENCE));
    out.append(FileText.diffs(differences));
    out.append("\nwhat the translation keeps and loses\n");
    out.append(Table.render(FidelityText.rows(plan, "deviation", PlanText::deviations), FIDELITY));
    out.append(FidelityText.shadowed(plan));
    writers(plan, out);
    List<Node> lost = Table.items(plan, "cannotReturn");
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

  private static void writers(Node plan, StringBuilder out) {
    List<Node> writers = Table.items(plan, "otherWriters");
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

  private static String deviations(List<Node> deviations) {
    return deviations.stream()
        .map(d -> Table.at(d, "direction") + " " + Table.at(d, "bound"))
        .collect(Collectors.joining("; "));
  }
}
