package io.entente.connector.apigee;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dialect, for telling whether what belongs to others was touched: which number a revision got
 * and whether any hook is attached are counts that Apigee derives, and move whenever anybody
 * deploys.
 */
final class SteadyDialect implements Dialect {

  private static final Set<String> METADATA =
      Set.of(ApigeeKinds.API_METADATA, ApigeeKinds.SHAREDFLOW_METADATA);

  private final Dialect dialect = new ApigeeDialect();

  @Override
  public Vendor vendor() {
    return dialect.vendor();
  }

  @Override
  public Content canonicalise(ObjectKey key, Content content) {
    var canonical = dialect.canonicalise(key, content);
    if (canonical instanceof Content.Tree tree && tree.root() instanceof Node.Obj obj) {
      if (METADATA.contains(key.kind())) {
        return new Content.Tree(
            obj.without("revisions").without("latestRevision").without("deployedRevision"));
      }
      // Given out by the organisation, another one in each.
      if (key.kind().equals(ApigeeKinds.DEVELOPERS)) {
        return new Content.Tree(obj.without("developerId"));
      }
      if (key.kind().equals(ApigeeKinds.ENVIRONMENTS)) {
        return new Content.Tree(obj.without("hasAttachedFlowHooks"));
      }
    }
    return canonical;
  }

  @Override
  public Optional<String> mergeField(String kind, NodePath list) {
    return dialect.mergeField(kind, list);
  }

  @Override
  public List<ChangeSet> pack(List<Change> changes, GatewayProfile profile) {
    return dialect.pack(changes, profile);
  }

  @Override
  public Optional<Content> released(NativeObject observed, Set<Claim> claims) {
    return dialect.released(observed, claims);
  }
}
