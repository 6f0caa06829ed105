package io.entente.engine;

import java.util.List;

/**
 * Whom a credential names.
 *
 * @param groups that the caller is in
 */
record Identity(String name, List<String> groups) {
  Identity {
    groups = List.copyOf(groups);
  }
}
