package io.entente.model.nativeobject;

import java.util.Set;

/** Checks shared by the kinds of claim. */
final class Claims {

  private Claims() {}

  static Set<ClaimSource> requireSources(Set<ClaimSource> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a claim names no document that it comes from");
    }
    return Set.copyOf(sources);
  }
}
