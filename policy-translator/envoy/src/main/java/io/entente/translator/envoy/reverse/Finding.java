package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.NodePath;
import io.entente.translator.envoy.reverse.FilterReading.Said;

/**
 * A policy at the place that says it.
 *
 * @param filter that says it, first of several
 */
record Finding(ObjectKey object, NodePath path, Scope scope, String filter, Said said) {

  Finding(Acting at, Said said) {
    this(at.object(), at.path(), at.scope(), at.name(), said);
  }

  /** Whether both say the same, wherever they stand. */
  boolean says(Finding other) {
    return filter.equals(other.filter) && said.equals(other.said);
  }
}
