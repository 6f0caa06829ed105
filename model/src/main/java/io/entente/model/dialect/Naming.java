package io.entente.model.dialect;

import java.util.Set;

/**
 * Which fields of a document say what it is called and whose it is, and nothing about requests.
 *
 * @param id the field that holds its identity
 * @param marks fields by which tools know what is theirs, ours among them
 */
public record Naming(String id, Set<String> marks) {

  public Naming {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the field that holds an identity is blank");
    }
    marks = Set.copyOf(marks);
    if (marks.contains(id)) {
      throw new IllegalArgumentException("'" + id + "' is identity and mark");
    }
  }
}
