package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.translator.NetEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * The verbs of request-transformer and response-transformer that net edits come to. Kong runs them
 * in an order of its own: remove, rename, replace, add, append.
 */
final class HeaderVerbs {

  private final List<String> remove = new ArrayList<>();
  private final List<String> replace = new ArrayList<>();
  private final List<String> add = new ArrayList<>();
  private final List<String> append = new ArrayList<>();

  void edit(String name, NetEdit net) {
    List<String> rest = net.present();
    if (!net.keeps() && rest.isEmpty()) {
      remove.add(name);
      return;
    }
    if (!net.keeps()) {
      // Never remove and add: response-transformer removes, and then finds nothing absent to add.
      replace.add(pair(name, rest.get(0)));
      add.add(pair(name, rest.get(0)));
      rest = rest.subList(1, rest.size());
    } else if (net.absent().size() > rest.size()) {
      add.add(pair(name, net.absent().get(0)));
    }
    rest.forEach(value -> append.add(pair(name, value)));
  }

  Node.Obj config() {
    return Doc.of("remove", headers(remove))
        .with("rename", headers(List.of()))
        .with("replace", headers(replace))
        .with("add", headers(add))
        .with("append", headers(append));
  }

  private static Node.Obj headers(List<String> entries) {
    return Doc.of("headers", Doc.texts(entries));
  }

  private static String pair(String name, String value) {
    return name + ":" + value;
  }
}
