package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Optional;
import java.util.function.Function;

/** One part of a document: how to read it, write it and describe it. Immutable. */
public interface Shape<T> {

  /** The value; empty when at least one problem went to {@code findings}. */
  Optional<T> read(Node node, NodePath path, Findings findings);

  /**
   * The tree that reads back as {@code value}.
   *
   * @throws IllegalArgumentException a value that no document can say
   */
  Node write(T value);

  /** JSON Schema 2020-12 of what {@link #read} accepts. */
  Node.Obj schema();

  /** The same document form for another type; what {@code parse} refuses is an INVALID_VALUE. */
  default <U> Shape<U> as(Function<T, U> parse, Function<U, T> print) {
    return new ConvertedShape<>(this, parse, print);
  }
}
