package io.entente.reference;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One kind of deviation, over the corpus.
 *
 * @param example what was stated the first time, with its numbers
 * @param fields which it was stated of
 * @param policies of the corpus, by name
 */
record Stated(
    String code,
    Direction direction,
    String example,
    String remedy,
    SortedSet<String> fields,
    SortedSet<String> policies) {

  static Stated first(Deviation deviation) {
    return new Stated(
        deviation.code(),
        deviation.direction(),
        deviation.bound(),
        deviation.remedy(),
        new TreeSet<>(),
        new TreeSet<>());
  }

  void also(String field, String policy) {
    fields.add(field.replaceFirst("\\[\\d+]$", "[]"));
    policies.add(policy);
  }
}
