package io.entente.translator.kong.reverse;

import io.entente.policy.HeaderTransform.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Edits from the verbs of a transformer, which Kong runs in this order: remove, rename, replace,
 * add, append. A header of which the verbs come to no edit is left out whole.
 */
final class WrittenVerbs {

  private final TreeSet<String> removed = new TreeSet<>();
  private final TreeSet<String> left = new TreeSet<>();
  private final TreeMap<String, List<String>> replaced = new TreeMap<>();
  private final TreeMap<String, List<String>> added = new TreeMap<>();
  private final TreeMap<String, List<String>> appended = new TreeMap<>();
  private final boolean templates;

  /**
   * @param templates whether {@code $(...)} in a value is run
   */
  WrittenVerbs(Config config, boolean templates) {
    this.templates = templates;
    config.texts("remove", "headers").forEach(name -> removed.add(lower(name)));
    for (String pair : config.texts("rename", "headers")) {
      for (String name : pair.split(":", -1)) {
        left.add(lower(name));
      }
    }
    take(config.texts("replace", "headers"), replaced);
    take(config.texts("add", "headers"), added);
    take(config.texts("append", "headers"), appended);
  }

  /** By name of the header. */
  List<Edit> edits() {
    var names = new TreeSet<>(removed);
    names.addAll(replaced.keySet());
    names.addAll(added.keySet());
    names.addAll(appended.keySet());
    names.removeAll(left);
    var edits = new ArrayList<Edit>();
    for (String name : names) {
      edits.addAll(edits(name));
    }
    return edits;
  }

  private List<Edit> edits(String name) {
    try {
      return sayable(name);
    } catch (IllegalArgumentException e) {
      // A name or value that no policy can hold: the header stays Kong's.
      return List.of();
    }
  }

  private List<Edit> sayable(String name) {
    List<String> replacing = replaced.getOrDefault(name, List.of());
    List<String> adding = added.getOrDefault(name, List.of());
    List<String> appending = appended.getOrDefault(name, List.of());
    if (removed.contains(name)) {
      boolean alone = replacing.isEmpty() && adding.isEmpty() && appending.isEmpty();
      return alone ? List.of(new Edit.Remove(name)) : List.of();
    }
    return first(name, replacing, adding)
        .map(
            first -> {
              var edits = new ArrayList<>(first);
              appending.forEach(value -> edits.add(new Edit.Append(name, value)));
              return List.<Edit>copyOf(edits);
            })
        .orElse(List.of());
  }

  /** Empty when the two together are no edit. */
  private static Optional<List<Edit>> first(
      String name, List<String> replacing, List<String> adding) {
    if (replacing.isEmpty() && adding.isEmpty()) {
      return Optional.of(List.of());
    }
    if (adding.size() != 1) {
      return Optional.empty();
    }
    if (replacing.isEmpty()) {
      return Optional.of(List.of(new Edit.AddIfAbsent(name, adding.get(0))));
    }
    return replacing.equals(adding)
        ? Optional.of(List.of(new Edit.Set(name, adding.get(0))))
        : Optional.empty();
  }

  private void take(List<String> pairs, TreeMap<String, List<String>> into) {
    for (String pair : pairs) {
      int colon = pair.indexOf(':');
      String name = lower(colon < 0 ? pair : pair.substring(0, colon));
      String value = colon < 0 ? "" : pair.substring(colon + 1);
      if (value.isEmpty() || value.startsWith(":") || templates && value.contains("$(")) {
        left.add(name);
      } else {
        into.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
