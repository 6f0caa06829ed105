package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What emitted header mutations do, as Envoy 1.40 does it. */
final class HeaderMutationInterpreter {

  private HeaderMutationInterpreter() {}

  static SortedMap<String, List<String>> mutate(
      SortedMap<String, List<String>> headers, List<Node> mutations) {
    var out = new TreeMap<>(headers);
    for (Node mutation : mutations) {
      var fields = ((Node.Obj) mutation).fields();
      if (fields.containsKey("remove")) {
        out.remove(Requests.text(fields.get("remove")));
        continue;
      }
      Node append = fields.get("append");
      Node header = Requests.field(append, "header");
      String name = Requests.text(Requests.field(header, "key"));
      String value =
          ((Node.Obj) header).field("value").map(Requests::text).orElse("").replace("%%", "%");
      String action =
          ((Node.Obj) append)
              .field("append_action")
              .map(Requests::text)
              .orElse("APPEND_IF_EXISTS_OR_ADD");
      switch (action) {
        case "OVERWRITE_IF_EXISTS_OR_ADD" -> out.put(name, List.of(value));
        case "ADD_IF_ABSENT" -> out.putIfAbsent(name, List.of(value));
        default -> out.merge(name, List.of(value), HeaderMutationInterpreter::joined);
      }
    }
    return out;
  }

  static List<String> joined(List<String> before, List<String> more) {
    var both = new ArrayList<>(before);
    both.addAll(more);
    return List.copyOf(both);
  }
}
