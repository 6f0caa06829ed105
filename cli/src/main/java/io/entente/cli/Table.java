package io.entente.cli;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Aligned columns: one row per element of an array, or one line per field of an object. */
final class Table {

  private Table() {}

  static String render(Node result, List<String> columns) {
    if (result instanceof Node.Arr rows) {
      return rows.items().isEmpty() ? "nothing\n" : rows(rows.items(), columns);
    }
    if (result instanceof Node.Obj object) {
      var out = new StringBuilder();
      int width = object.fields().keySet().stream().mapToInt(String::length).max().orElse(0);
      object
          .fields()
          .forEach(
              (name, value) ->
                  out.append(pad(name, width)).append("  ").append(cell(value)).append('\n'));
      return out.toString();
    }
    return cell(result) + "\n";
  }

  /**
   * The cells of one row; a column may be a path with dots, and is empty where the row has none.
   */
  static String at(Node row, String column) {
    Node here = row;
    for (String field : column.split("\\.", -1)) {
      if (!(here instanceof Node.Obj object) || object.field(field).isEmpty()) {
        return "";
      }
      here = object.field(field).get();
    }
    return cell(here);
  }

  /** The items of a field; none where there is no array. */
  static List<Node> items(Node node, String field) {
    return node instanceof Node.Obj object && object.field(field).orElse(node) instanceof Node.Arr a
        ? a.items()
        : List.of();
  }

  /** The lines of a text, without what could drive the terminal. */
  static List<String> lines(Node row, String field) {
    if (row instanceof Node.Obj object
        && object.field(field).orElse(row) instanceof Node.Value leaf
        && leaf.value() instanceof Scalar.Text text) {
      return text.value().lines().map(line -> printable(line.replace("\t", "    "))).toList();
    }
    return List.of();
  }

  private static String rows(List<Node> rows, List<String> wanted) {
    List<String> columns = wanted.isEmpty() ? scalarFields(rows) : wanted;
    var lines = new ArrayList<List<String>>();
    lines.add(columns.stream().map(c -> c.toUpperCase(Locale.ROOT)).toList());
    for (Node row : rows) {
      lines.add(columns.stream().map(c -> at(row, c)).toList());
    }
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    var out = new StringBuilder();
    for (List<String> line : lines) {
      var text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(pad(line.get(i), widths[i])).append("  ");
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static List<String> scalarFields(List<Node> rows) {
    var names = new TreeSet<String>();
    for (Node row : rows) {
      if (row instanceof Node.Obj object) {
        object
            .fields()
            .forEach(
                (name, value) -> {
                  if (value instanceof Node.Value) {
                    names.add(name);
                  }
                });
      }
    }
    return List.copyOf(names);
  }

  /** As it stands in a cell. */
  static String cell(Node value) {
    if (value instanceof Node.Value leaf && leaf.value() instanceof Scalar.Text text) {
      return printable(text.value());
    }
    if (value instanceof Node.Value leaf && leaf.value() instanceof Scalar.Null) {
      return "";
    }
    return JsonTree.write(value);
  }

  /** Control characters of foreign text must not drive the terminal. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
