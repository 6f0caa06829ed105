package io.entente.connector.spi;

import java.util.Set;

/** Which objects to read. */
public sealed interface ReadScope {

  record Everything() implements ReadScope {}

  /** Only these kinds; at least one. */
  record Kinds(Set<String> kinds) implements ReadScope {
    public Kinds {
      if (kinds.isEmpty()) {
        throw new IllegalArgumentException("a read scope of kinds names no kind");
      }
      kinds = Set.copyOf(kinds);
    }
  }
}
