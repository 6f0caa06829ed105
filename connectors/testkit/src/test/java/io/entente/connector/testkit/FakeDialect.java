package io.entente.connector.testkit;

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

/** Documents as they are, lists by name, deletes last. */
final class FakeDialect implements Dialect {

  @Override
  public Vendor vendor() {
    return Vendor.ENVOY;
  }

  @Override
  public Content canonicalise(ObjectKey key, Content content) {
    return content;
  }

  @Override
  public Optional<String> mergeField(String kind, NodePath list) {
    return Optional.of("name");
  }

  @Override
  public List<ChangeSet> pack(List<Change> changes, GatewayProfile profile) {
    var ordered =
        changes.stream()
            .sorted(Comparator.comparing((Change change) -> change.action() == Action.DELETE))
            .toList();
    var steps = new ArrayList<Step>();
    ordered.forEach(change -> steps.add(new Step(steps.size() + 1, change)));
    return List.of(
        new ChangeSet(new ApplyDomain("fake"), false, steps, Hash.ofText(changes.toString())));
  }
}
