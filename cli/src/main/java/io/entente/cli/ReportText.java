package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.stream.Collectors;

/** The report of a translation without a hub, as a person reads it. */
final class ReportText {

  private static final List<String> FIDELITY =
      List.of("policy", "target", "field", "value", "grade", "evidence", "deviations");

  private ReportText() {}

  /**
   * @param written the files that were written
   */
  static String render(Node report, List<String> written) {
    var out = new StringBuilder();
    out.append("translated for ").append(Table.at(report, "for"));
    out.append(", gateway ").append(Table.at(report, "gateway"));
    out.append(", nodes ").append(Table.at(report, "nodes")).append('\n');
    Table.items(report, "notes").forEach(note -> out.append("- ").append(cell(note)).append('\n'));
    out.append("\nwhat the translation keeps and loses\n");
    out.append(Table.render(FidelityText.rows(report, "deviations", ReportText::codes), FIDELITY));
    differences(report, out);
    out.append(FidelityText.shadowed(report));
    refusals(report, out);
    if (!written.isEmpty()) {
      out.append("\nwritten\n");
      written.forEach(path -> out.append("- ").append(path).append('\n'));
    }
    return out.toString();
  }

  private static String codes(List<Node> deviations) {
    return deviations.stream().map(d -> Table.at(d, "code")).collect(Collectors.joining(", "));
  }

  private static void differences(Node report, StringBuilder out) {
    var text = new StringBuilder();
    for (Node entry : Table.items(report, "fidelity")) {
      for (Node field : Table.items(entry, "fields")) {
        for (Node deviation : Table.items(field, "deviations")) {
          text.append("- ").append(Table.at(entry, "policy"));
          text.append(" on ").append(Table.at(entry, "target"));
          text.append(", ").append(Table.at(field, "field"));
          text.append(": ").append(Table.at(deviation, "direction"));
          text.append(", ").append(Table.at(deviation, "code"));
          text.append("\n  bound: ").append(Table.at(deviation, "bound"));
          text.append("\n  remedy: ").append(Table.at(deviation, "remedy")).append('\n');
        }
      }
    }
    if (!text.isEmpty()) {
      out.append("\nwhere it differs\n").append(text);
    }
  }

  private static void refusals(Node report, StringBuilder out) {
    List<Node> refusals = Table.items(report, "refusals");
    if (!refusals.isEmpty()) {
      out.append("\nrefused: nothing was exported\n");
      refusals.forEach(
          problem -> {
            out.append("error ").append(Table.at(problem, "code"));
            out.append(": ").append(Table.at(problem, "message"));
            line(out, "at", Table.at(problem, "path"));
            line(out, "value", Table.at(problem, "value"));
            line(out, "next", Table.at(problem, "nextStep"));
            out.append('\n');
          });
    }
  }

  private static void line(StringBuilder out, String name, String value) {
    if (!value.isBlank()) {
      out.append("\n  ").append(name).append(": ").append(value);
    }
  }

  private static String cell(Node value) {
    return Table.render(value, List.of()).strip();
  }
}
