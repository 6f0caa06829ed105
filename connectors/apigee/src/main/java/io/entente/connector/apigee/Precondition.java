package io.entente.connector.apigee;

import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import java.util.Optional;
import java.util.Set;

/** Compares what a gateway holds with the two sides of a change, inside its claims. Pure. */
final class Precondition {

  private final Dialect dialect;
  private final Change change;
  private final Set<Claim> scope;

  Precondition(Dialect dialect, Change change) {
    this.dialect = dialect;
    this.change = change;
    this.scope = ClaimScope.of(change);
  }

  /** What the change wants is there already. */
  boolean done(Optional<Content> now) {
    boolean wanted = change.after().isPresent();
    return (wanted ? now.isPresent() : now.isEmpty() || !whole()) && same(now, change.after());
  }

  /** What the change was planned from is there still. */
  boolean holds(Optional<Content> now) {
    boolean there = now.isPresent() || change.before().isEmpty();
    return there && same(now, change.before());
  }

  /** Equal outside the claims. */
  boolean sameOutside(Optional<Content> one, Optional<Content> other) {
    return outside(one).equals(outside(other));
  }

  private boolean same(Optional<Content> now, Optional<NativeObject> side) {
    return ClaimScope.same(now.map(this::canonical), side.map(o -> canonical(o.content())), scope);
  }

  private Optional<Content> outside(Optional<Content> content) {
    return content.map(this::canonical).flatMap(c -> ClaimScope.project(key(), c, scope).outside());
  }

  private boolean whole() {
    return scope.stream().anyMatch(claim -> claim instanceof Claim.Whole);
  }

  private Content canonical(Content content) {
    return dialect.canonicalise(key(), content);
  }

  private ObjectKey key() {
    return change.key();
  }
}
