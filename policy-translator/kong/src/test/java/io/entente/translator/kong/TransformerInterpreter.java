package io.entente.translator.kong;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Kong's header transformers do, as recorded: remove, rename, replace, add, append in this
 * order. response-transformer asks of the headers as they came, so that what it removed is not
 * absent to it.
 */
final class TransformerInterpreter {

  private final Node config;
  private final boolean response;

  TransformerInterpreter(Node config, boolean response) {
    this.config = config;
    this.response = response;
  }

  SortedMap<String, List<String>> transform(SortedMap<String, List<String>> headers) {
    var now = new TreeMap<String, List<String>>(headers);
    headers("remove").forEach(name -> now.remove(name.toLowerCase(Locale.ROOT)));
    for (String pair : headers("rename")) {
      var values = now.remove(name(pair));
      if (values != null) {
        now.put(value(pair).toLowerCase(Locale.ROOT), values);
      }
    }
    var asked = response ? headers : now;
    for (String pair : headers("replace")) {
      if (asked.containsKey(name(pair))) {
        now.put(name(pair), List.of(value(pair)));
      }
    }
    for (String pair : headers("add")) {
      if (!asked.containsKey(name(pair))) {
        now.put(name(pair), List.of(value(pair)));
      }
    }
    for (String pair : headers("append")) {
      var longer = new ArrayList<>(now.getOrDefault(name(pair), List.of()));
      longer.add(value(pair));
      now.put(name(pair), longer);
    }
    return now;
  }

  private List<String> headers(String verb) {
    return ((Node.Obj) config)
        .field(verb)
        .flatMap(found -> ((Node.Obj) found).field("headers"))
        .map(list -> ((Node.Arr) list).items().stream().map(Recorded::text).toList())
        .orElse(List.of());
  }

  private static String name(String pair) {
    return pair.substring(0, pair.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  private static String value(String pair) {
    return pair.substring(pair.indexOf(':')).replaceFirst("^:+", "");
  }
}
