package io.entente.policy.shape;

import java.util.Optional;

/**
 * One field of an object.
 *
 * @param name in the document
 * @param shape of its value
 * @param required whether a document without it is refused
 * @param defaultValue what an absent field means; empty when absence means absence
 * @param doc one sentence, with the unit where there is one
 */
public record Field<T>(
    String name, Shape<T> shape, boolean required, Optional<T> defaultValue, String doc) {

  public static <T> Field<T> required(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, true, Optional.empty(), doc);
  }

  public static <T> Field<T> optional(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, false, Optional.empty(), doc);
  }

  public static <T> Field<T> withDefault(String name, Shape<T> shape, T value, String doc) {
    return new Field<>(name, shape, false, Optional.of(value), doc);
  }
}
