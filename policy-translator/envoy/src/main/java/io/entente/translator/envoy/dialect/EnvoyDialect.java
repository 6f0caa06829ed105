package io.entente.translator.envoy.dialect;

import io.entente.model.dialect.ChangeSets;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Envoy v3 resources in proto JSON form with proto field names. */
public final class EnvoyDialect implements Dialect {

  /** All resources of a gateway travel over one ADS stream. */
  public static final ApplyDomain DOMAIN = new ApplyDomain("xds");

  private static final Set<String> NAMED_LISTS = Set.of("virtual_hosts", "routes", "http_filters");

  @Override
  public Vendor vendor() {
    return Vendor.ENVOY;
  }

  @Override
  public Content canonicalise(ObjectKey key, Content content) {
    return content instanceof Content.Tree tree
        ? new Content.Tree(ProtoCanon.of(key.kind(), tree.root()))
        : content;
  }

  @Override
  public Optional<String> mergeField(String kind, NodePath list) {
    if (list.segments().isEmpty()) {
      return Optional.empty();
    }
    NodePath.Segment last = list.segments().get(list.segments().size() - 1);
    return last instanceof NodePath.Segment.Field field && NAMED_LISTS.contains(field.name())
        ? Optional.of("name")
        : Optional.empty();
  }

  @Override
  public List<ChangeSet> pack(List<Change> changes, GatewayProfile profile) {
    return ChangeSets.one(this, DOMAIN, false, changes, EnvoyOrder.CHANGES);
  }
}
