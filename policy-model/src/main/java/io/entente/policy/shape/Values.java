package io.entente.policy.shape;

import io.entente.model.tree.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The fields of one object as read. */
public final class Values {

  private final Node.Obj source;
  private final Map<String, Object> values = new HashMap<>();

  Values(Node.Obj source) {
    this.source = source;
  }

  <T> void put(Field<T> field, T value) {
    values.put(field.name(), value);
  }

  /** Whether the document has the field, valid or not. */
  public boolean written(String field) {
    return source.field(field).isPresent();
  }

  /** The field as the document has it. */
  public Node source(Field<?> field) {
    return source
        .field(field.name())
        .orElseThrow(() -> new NoSuchElementException("field " + field.name() + " is not written"));
  }

  /** The value or default; empty when absent without default, or not valid. */
  @SuppressWarnings("unchecked") // put() is the only way in and binds the type to the field
  public <T> Optional<T> find(Field<T> field) {
    return Optional.ofNullable((T) values.get(field.name()));
  }

  /** The value or default of a field that has one once the object is valid. */
  public <T> T get(Field<T> field) {
    return find(field)
        .orElseThrow(() -> new NoSuchElementException("field " + field.name() + " has no value"));
  }
}
