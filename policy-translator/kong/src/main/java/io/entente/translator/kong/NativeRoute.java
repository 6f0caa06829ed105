package io.entente.translator.kong;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A route of the gateway, ours or not.
 *
 * @param id Kong's id
 * @param name Kong's name of it
 * @param methods it takes; empty means every method
 * @param service id of the service it leads to
 */
record NativeRoute(
    String id, Optional<String> name, SortedSet<String> methods, Optional<String> service) {

  NativeRoute {
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }

  /** As a person would call it. */
  String called() {
    return name.orElse(id);
  }
}
