package io.entente.connector.kong;

import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.PageSink;
import io.entente.connector.spi.ReadScope;
import io.entente.connector.spi.Secrets;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.List;

/** Reads a Kong: its collections, or the one document of a node without database. */
final class KongInventoryReader implements InventoryReader {

  /** The one object of a node without database. */
  static final ObjectKey DOCUMENT = new ObjectKey(KongKinds.DECLARATIVE, "config");

  private final AdminApi admin;
  private final NodeProfile node;
  private final Secrets secrets;
  private final int parallel;

  KongInventoryReader(AdminApi admin, NodeProfile node, Secrets secrets, int parallel) {
    this.admin = admin;
    this.node = node;
    this.secrets = secrets;
    this.parallel = parallel;
  }

  @Override
  public Completeness read(ReadScope scope, PageSink sink) {
    NodeProfile.Known known;
    try {
      known = node.ask();
      if (!known.facts().hasDatabase()) {
        return document(known, scope, sink);
      }
    } catch (AdminFailure e) {
      return new Completeness.Failed(e.failure(), e.problem());
    }
    return new DatabaseRead(admin, secrets, known.profile().schema(), parallel, scope, sink).run();
  }

  private Completeness document(NodeProfile.Known known, ReadScope scope, PageSink sink)
      throws AdminFailure {
    if (inScope(scope, KongKinds.DECLARATIVE)) {
      var document = new LoadedDocument(admin, secrets, known.profile().schema()).get();
      sink.page(List.of(NativeObject.foreign(DOCUMENT, document.shown())));
    }
    return new Completeness.Complete();
  }

  static boolean inScope(ReadScope scope, String kind) {
    return !(scope instanceof ReadScope.Kinds kinds) || kinds.kinds().contains(kind);
  }
}
