package io.entente.hub.apply;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Action;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Imports first, then what is deployed, then what goes. */
final class FlowDialect implements Dialect {

  static final ApplyDomain STORE = new ApplyDomain("organization");
  static final ApplyDomain RUN = new ApplyDomain("environment");

  @Override
  public Vendor vendor() {
    return Vendor.APIGEE;
  }

  @Override
  public Content canonicalise(ObjectKey key, Content content) {
    return content;
  }

  @Override
  public Optional<String> mergeField(String kind, NodePath list) {
    return Optional.empty();
  }

  @Override
  public List<ChangeSet> pack(List<Change> changes, GatewayProfile profile) {
    var sets = new ArrayList<ChangeSet>();
    int number = 1;
    number = add(sets, STORE, changes, number, c -> isFlow(c) && c.action() != Action.DELETE);
    number = add(sets, RUN, changes, number, c -> !isFlow(c));
    add(sets, STORE, changes, number, c -> isFlow(c) && c.action() == Action.DELETE);
    return sets;
  }

  private static boolean isFlow(Change change) {
    return change.key().kind().equals(FlowGateway.FLOWS);
  }

  private static int add(
      List<ChangeSet> sets,
      ApplyDomain domain,
      List<Change> changes,
      int from,
      Predicate<Change> which) {
    var steps = new ArrayList<Step>();
    for (Change change :
        changes.stream().filter(which).sorted(Comparator.comparing(Change::key)).toList()) {
      steps.add(new Step(from + steps.size(), change));
    }
    if (!steps.isEmpty()) {
      sets.add(new ChangeSet(domain, false, steps, Hash.ofText("base")));
    }
    return from + steps.size();
  }
}
