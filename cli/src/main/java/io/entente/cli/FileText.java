package io.entente.cli;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** Differences of files as a person reads them: sizes in the table, texts below it. */
final class FileText {

  private FileText() {}

  /** The rows with the size of a file in the place of its hash. */
  static Node.Arr sized(List<Node> rows, String from, String to) {
    var sized = new ArrayList<Node>();
    for (Node row : rows) {
      sized.add(row instanceof Node.Obj object ? sized(sized(object, from), to) : row);
    }
    return Node.arr(sized);
  }

  private static Node.Obj sized(Node.Obj row, String side) {
    String size = Table.at(row, side + "Size");
    return size.isEmpty() ? row : row.with(side, Node.text(size + " bytes"));
  }

  /** The texts of all rows that have one. */
  static String diffs(List<Node> rows) {
    var out = new StringBuilder();
    for (Node row : rows) {
      if (row instanceof Node.Obj object && object.field("diff").isPresent()) {
        out.append('\n').append(Table.at(row, "object")).append(' ');
        out.append(Table.at(row, "path")).append('\n');
        Table.lines(row, "diff").forEach(line -> out.append("  ").append(line).append('\n'));
        String leftOut = Table.at(row, "diffLeftOut");
        if (!leftOut.isEmpty() && !leftOut.equals("0")) {
          out.append("  … and ").append(leftOut).append(" more lines\n");
        }
      }
    }
    return out.toString();
  }
}
