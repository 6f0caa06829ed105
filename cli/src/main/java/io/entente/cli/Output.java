package io.entente.cli;

import io.entente.json.JsonTree;
import io.entente.json.YamlTree;
import io.entente.model.tree.Node;
import java.util.List;

/** How a result is printed. */
enum Output {
  TABLE,
  JSON,
  YAML;

  /** Prints {@code result}; {@code columns} choose what a table shows, in order. */
  String render(Node result, List<String> columns) {
    return switch (this) {
      case JSON -> JsonTree.pretty(result);
      case YAML -> YamlTree.write(result);
      case TABLE -> Table.render(result, columns);
    };
  }
}
