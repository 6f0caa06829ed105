package io.entente.reconciliation;

import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Step;
import io.entente.model.tree.Node;
import java.util.Map;
import java.util.Optional;

/** Where a gateway stands with respect to one step, as far as claims reach. */
public enum StepProgress {
  /** The object is what the step wants. */
  LANDED,
  /** The object is what the step expects to find: it may be sent. */
  NOT_LANDED,
  /** Neither: somebody else was there. */
  CONFLICT;

  /**
   * Compares what is observed with both sides of a step. Where before and after are alike inside
   * claims, the answer is LANDED.
   *
   * @param observed the object now, from a read that covered it; absent when it does not exist
   * @param known outputs of earlier steps, for values the plan left pending
   */
  public static StepProgress of(
      Dialect dialect, Step step, Optional<NativeObject> observed, Map<Node.Pending, Node> known) {
    var change = step.change();
    var scope = ClaimScope.of(change);
    Optional<Content> now = canonical(dialect, observed, known);
    if (ClaimScope.same(now, canonical(dialect, change.after(), known), scope)) {
      return LANDED;
    }
    return ClaimScope.same(now, canonical(dialect, change.before(), known), scope)
        ? NOT_LANDED
        : CONFLICT;
  }

  private static Optional<Content> canonical(
      Dialect dialect, Optional<NativeObject> object, Map<Node.Pending, Node> known) {
    return object.map(
        o -> dialect.canonicalise(o.key(), PendingValues.substitute(o.content(), known)));
  }
}
