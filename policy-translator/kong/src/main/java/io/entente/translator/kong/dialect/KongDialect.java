package io.entente.translator.kong.dialect;

import io.entente.model.dialect.ChangeSets;
import io.entente.model.dialect.Dialect;
import io.entente.model.dialect.Naming;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Kong's entities as the Admin API gives them, or the declarative document of a gateway without a
 * database.
 *
 * <p>Canonical: every field that has a default is written out, a null that has none is left out,
 * sets are sorted, time stamps and deprecated spellings are gone. What the node's schema does not
 * know stays as it is.
 */
public final class KongDialect implements Dialect {

  /** One gateway is one domain: its entities point at each other. */
  public static final ApplyDomain DOMAIN = new ApplyDomain("kong");

  private static final Naming PLUGIN = new Naming("id", Set.of("tags"));

  private final KongCanon canon;

  /**
   * @param schema documents {@code plugins/<name>} and {@code entities/<name>} as {@code GET
   *     /schemas/...} of the node answers them; what is missing is compared as it stands
   */
  public KongDialect(VendorSchema schema) {
    this.canon = new KongCanon(schema);
  }

  @Override
  public Vendor vendor() {
    return Vendor.KONG;
  }

  @Override
  public Content canonicalise(ObjectKey key, Content content) {
    return content instanceof Content.Tree tree
        ? new Content.Tree(canon.of(key.kind(), tree.root()))
        : content;
  }

  @Override
  public Optional<String> mergeField(String kind, NodePath list) {
    return kind.equals(KongKinds.DECLARATIVE)
            && list.segments().size() == 1
            && list.segments().get(0) instanceof NodePath.Segment.Field
        ? Optional.of("id")
        : Optional.empty();
  }

  /** Plugins: a route has one place for each, whatever the id of the instance in it. */
  @Override
  public Optional<Naming> naming(NativePlace place) {
    boolean plugin =
        place.whole()
            ? place.key().kind().equals(KongKinds.PLUGINS)
            : place.key().kind().equals(KongKinds.DECLARATIVE)
                && place.path().segments().size() == 2
                && place.path().startsWith(NodePath.of(KongKinds.PLUGINS));
    return plugin ? Optional.of(PLUGIN) : Optional.empty();
  }

  /** Without a database everything is one document, taken or refused as a whole. */
  @Override
  public List<ChangeSet> pack(List<Change> changes, GatewayProfile profile) {
    boolean atomic = changes.stream().allMatch(c -> c.key().kind().equals(KongKinds.DECLARATIVE));
    return ChangeSets.one(this, DOMAIN, atomic, changes, KongOrder.CHANGES);
  }
}
