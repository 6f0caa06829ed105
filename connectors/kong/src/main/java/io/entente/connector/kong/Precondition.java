package io.entente.connector.kong;

import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a gateway holds with the two sides of a change, inside its claims. Keeps canonical
 * forms, which are asked for several times a step; not safe between threads.
 */
final class Precondition {

  private final Dialect dialect;
  private final Change change;
  private final Set<Claim> scope;
  private final Map<Side, Optional<Content>> sides = new EnumMap<>(Side.class);
  private Optional<Content> last = Optional.empty();
  private Optional<Content> lastCanonical = Optional.empty();

  private enum Side {
    BEFORE,
    AFTER
  }

  Precondition(Dialect dialect, Change change) {
    this.dialect = dialect;
    this.change = change;
    this.scope = ClaimScope.of(change);
  }

  /** What the change wants is there already. */
  boolean done(Optional<Content> now) {
    boolean wanted = change.after().isPresent();
    return (wanted ? now.isPresent() : now.isEmpty() || !whole()) && same(now, Side.AFTER);
  }

  /** What the change was planned from is there still. */
  boolean holds(Optional<Content> now) {
    boolean there = now.isPresent() || change.before().isEmpty();
    return there && same(now, Side.BEFORE);
  }

  /** Equal outside the claims; the canonical form, as Kong adds defaults and time stamps. */
  boolean sameOutside(Optional<Content> one, Optional<Content> other) {
    return whole() || outside(one).equals(outside(other));
  }

  private boolean same(Optional<Content> now, Side side) {
    return ClaimScope.same(canonical(now), side(side), scope);
  }

  private Optional<Content> side(Side side) {
    return sides.computeIfAbsent(
        side,
        s ->
            (s == Side.BEFORE ? change.before() : change.after())
                .map(object -> dialect.canonicalise(key(), object.content())));
  }

  private Optional<Content> outside(Optional<Content> content) {
    return canonical(content).flatMap(c -> ClaimScope.project(key(), c, scope).outside());
  }

  private boolean whole() {
    return scope.stream().anyMatch(claim -> claim instanceof Claim.Whole);
  }

  private Optional<Content> canonical(Optional<Content> now) {
    if (now.isEmpty()) {
      return now;
    }
    if (!last.equals(now)) {
      last = now;
      lastCanonical = now.map(content -> dialect.canonicalise(key(), content));
    }
    return lastCanonical;
  }

  private ObjectKey key() {
    return change.key();
  }
}
