package io.entente.translator.apigee.dialect;

import io.entente.model.dialect.ChangeSets;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Action;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Apigee's objects as the management API gives them, bundles as files.
 *
 * <p>Canonical: time stamps and absent values are gone, lists without an order are sorted, a flow
 * hook says whether it lets requests pass.
 */
public final class ApigeeDialect implements Dialect {

  @Override
  public Vendor vendor() {
    return Vendor.APIGEE;
  }

  @Override
  public Content canonicalise(ObjectKey key, Content content) {
    return content instanceof Content.Tree tree
        ? new Content.Tree(ApigeeCanon.of(key.kind(), tree.root()))
        : content;
  }

  @Override
  public Optional<String> mergeField(String kind, NodePath list) {
    return list.equals(NodePath.of("attributes")) ? Optional.of("name") : Optional.empty();
  }

  /**
   * What is made comes first, what calls it next, what nobody calls any more goes last: until the
   * hooks are changed, the old flow is still there.
   */
  @Override
  public List<ChangeSet> pack(List<Change> changes, GatewayProfile profile) {
    var made = new ArrayList<Change>();
    var hooks = new ArrayList<Change>();
    var removed = new ArrayList<Change>();
    for (Change change : changes) {
      if (change.key().kind().equals(ApigeeKinds.FLOWHOOKS)) {
        hooks.add(change);
      } else if (change.action() == Action.DELETE) {
        removed.add(change);
      } else {
        made.add(change);
      }
    }
    Comparator<Change> neededFirst =
        Comparator.comparingInt(ApigeeDialect::rank).thenComparing(Change::key);
    var sets = new ArrayList<ChangeSet>();
    sets.addAll(ChangeSets.one(this, ApigeeKinds.ORGANIZATION, false, made, neededFirst));
    sets.addAll(
        ChangeSets.one(
            this, ApigeeKinds.ENVIRONMENT, false, hooks, Comparator.comparing(Change::key)));
    sets.addAll(
        ChangeSets.one(this, ApigeeKinds.ORGANIZATION, false, removed, neededFirst.reversed()));
    return numbered(sets);
  }

  /**
   * A hook goes back to what was attached before us, as our description of it says. A hook that
   * others have taken meanwhile is theirs and stays.
   */
  @Override
  public Optional<Content> released(NativeObject observed, Set<Claim> claims) {
    if (!observed.key().kind().equals(ApigeeKinds.FLOWHOOKS)) {
      return Dialect.super.released(observed, claims);
    }
    Content content = observed.content();
    if (FlowHook.attached(content).filter(a -> ApigeeNames.isOurs(a.sharedFlow())).isEmpty()) {
      return Optional.of(content);
    }
    String point = observed.key().nativeId();
    return Optional.of(
        new Content.Tree(
            FlowHook.description(content)
                .flatMap(HookDescription::before)
                .map(former -> FlowHook.of(point, former))
                .orElse(FlowHook.empty(point))));
  }

  private static List<ChangeSet> numbered(List<ChangeSet> sets) {
    var numbered = new ArrayList<ChangeSet>();
    int last = 0;
    for (ChangeSet set : sets) {
      var steps = new ArrayList<Step>();
      for (Step step : set.steps()) {
        steps.add(new Step(++last, step.change()));
      }
      numbered.add(new ChangeSet(set.domain(), set.atomic(), steps, set.base()));
    }
    return List.copyOf(numbered);
  }

  /** A kind we do not know may need anything: it comes last. */
  private static int rank(Change change) {
    int known = ApigeeKinds.NEEDED_FIRST.indexOf(change.key().kind());
    return known < 0 ? ApigeeKinds.NEEDED_FIRST.size() : known;
  }
}
