package io.entente.reconciliation;

import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.tree.CanonicalText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identity of a plan: its steps in order, each before and after as far as claims reach. */
final class PlanHash {

  private PlanHash() {}

  static Hash of(Dialect dialect, List<ChangeSet> changeSets) {
    var text = new StringBuilder("plan\n");
    for (ChangeSet set : changeSets) {
      text.append("set ").append(set.domain().value()).append(' ').append(set.atomic());
      // The base is left out: the sides say what was found, and say it of claims only.
      text.append('\n');
      for (Step step : set.steps()) {
        Change change = step.change();
        text.append("step ").append(step.number()).append(' ').append(change.action());
        text.append(' ').append(change.key()).append('\n');
        Set<Claim> scope = ClaimScope.of(change);
        side(dialect, change.before(), scope, text);
        side(dialect, change.after(), scope, text);
      }
    }
    return Hash.ofText(text.toString());
  }

  private static void side(
      Dialect dialect, Optional<NativeObject> side, Set<Claim> scope, StringBuilder text) {
    Optional<Content> content = side.map(o -> dialect.canonicalise(o.key(), o.content()));
    var inside = ClaimScope.inside(content, scope);
    text.append(side.isPresent() ? "has" : "absent").append('\n');
    side.ifPresent(object -> text.append(ClaimText.of(object.claims())).append('\n'));
    inside
        .values()
        .forEach(
            (path, node) ->
                text.append(path).append('=').append(CanonicalText.of(node)).append('\n'));
    inside.orders().forEach((list, keys) -> text.append(list).append(keys).append('\n'));
  }
}
