package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a translation keeps and loses, as a plan and a report without a hub both hold it. */
final class FidelityText {

  private FidelityText() {}

  /**
   * A row per field of each policy.
   *
   * @param holder with the member {@code fidelity}
   * @param column the name of the column of deviations
   * @param said its deviations in few words
   */
  static Node rows(Node holder, String column, Function<List<Node>, String> said) {
    var rows = new ArrayList<Node>();
    for (Node entry : Table.items(holder, "fidelity")) {
      for (Node field : Table.items(entry, "fields")) {
        if (field instanceof Node.Obj object) {
          rows.add(
              object
                  .with("policy", Node.text(Table.at(entry, "policy")))
                  .with("target", Node.text(Table.at(entry, "target")))
                  .with(column, Node.text(said.apply(Table.items(field, "deviations")))));
        }
      }
    }
    return Node.arr(rows);
  }

  /** What others keep from acting; nothing where there is none. */
  static String shadowed(Node holder) {
    var out = new StringBuilder();
    for (Node entry : Table.items(holder, "shadowed")) {
      out.append("- ").append(Table.at(entry, "policy"));
      out.append(" on ").append(Table.at(entry, "target"));
      out.append(": ").append(Table.at(entry, "reason")).append('\n');
    }
    return out.isEmpty() ? "" : "\nwhat others on the gateway keep from acting\n" + out;
  }
}
