package io.entente.translator.kong.dialect;

import io.entente.model.tree.Node;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What Kong's schema says of a value, as far as comparing depends on it. */
sealed interface Shape {

  /** Fields with defaults of their own, and old spellings of some of them. */
  record Rec(SortedMap<String, Field> fields, List<Former> formers) implements Shape {

    public Rec {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
      formers = List.copyOf(formers);
    }

    /** The same, with the fields of {@code closer} in the place of those of the same name. */
    Rec overlaid(Rec closer) {
      var all = new TreeMap<>(fields);
      all.putAll(closer.fields);
      return new Rec(all, closer.formers);
    }
  }

  /** Order has a meaning. */
  record ListOf(Shape element) implements Shape {}

  /** Order has no meaning. */
  record SetOf(Shape element) implements Shape {}

  record MapOf(Shape value) implements Shape {}

  /** A scalar, or something of which the schema says nothing. */
  record Plain() implements Shape {}

  /**
   * One field of a record.
   *
   * @param fallback what Kong writes where the field is absent; empty for nothing
   */
  record Field(Shape shape, Optional<Node> fallback) {}

  /** A deprecated field that Kong repeats beside the one at {@code path} that replaced it. */
  record Former(String name, List<String> path) {

    public Former {
      if (path.isEmpty()) {
        throw new IllegalArgumentException("former field " + name + " was replaced by nothing");
      }
      path = List.copyOf(path);
    }
  }
}
