package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;

/** What must hold between the fields of one object. */
public interface Rule {

  /** Reports what does not hold; fields that were not valid are absent from {@code values}. */
  void check(Values values, NodePath path, Findings findings);

  /** The same as JSON Schema. */
  Node.Obj schema();

  /** The same for people: one sentence, for the schema's {@code $comment} and the reference. */
  String says();
}
