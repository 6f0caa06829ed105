package io.entente.model.tree;

import io.entente.model.nativeobject.ObjectKey;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A part of a vendor document. Immutable; safe to share between threads. */
public sealed interface Node {

  /** Fields by name, sorted. */
  record Obj(SortedMap<String, Node> fields) implements Node {

    public Obj {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public Optional<Node> field(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    /** A copy with one field put. */
    public Obj with(String name, Node value) {
      var copy = new TreeMap<>(fields);
      copy.put(name, value);
      return new Obj(copy);
    }

    /** A copy without one field. */
    public Obj without(String name) {
      var copy = new TreeMap<>(fields);
      copy.remove(name);
      return new Obj(copy);
    }
  }

  record Arr(List<Node> items) implements Node {

    public Arr {
      items = List.copyOf(items);
    }
  }

  record Value(Scalar value) implements Node {}

  /** A secret: equality is that of the fingerprint, the value itself never leaves the connector. */
  record Secret(SecretRef ref, Fingerprint hmac) implements Node {

    @Override
    public boolean equals(Object other) {
      return other instanceof Secret secret && hmac.equals(secret.hmac);
    }

    @Override
    public int hashCode() {
      return hmac.hashCode();
    }
  }

  /** Known only after the step that makes {@code producer} has run; {@code output} names which. */
  record Pending(ObjectKey producer, String output) implements Node {

    public Pending {
      if (output.isBlank()) {
        throw new IllegalArgumentException(
            "output of pending value from " + producer + " is blank");
      }
    }
  }

  static Obj obj() {
    return new Obj(new TreeMap<>());
  }

  static Obj obj(Map<String, ? extends Node> fields) {
    return new Obj(new TreeMap<>(fields));
  }

  static Arr arr(List<? extends Node> items) {
    return new Arr(List.copyOf(items));
  }

  static Value text(String value) {
    return new Value(new Scalar.Text(value));
  }

  static Value number(long value) {
    return new Value(new Scalar.Num(BigDecimal.valueOf(value)));
  }

  static Value number(BigDecimal value) {
    return new Value(new Scalar.Num(value));
  }

  static Value bool(boolean value) {
    return new Value(new Scalar.Bool(value));
  }

  static Value nothing() {
    return new Value(new Scalar.Null());
  }
}
