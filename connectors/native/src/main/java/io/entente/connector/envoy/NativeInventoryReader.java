package io.entente.connector.envoy;

import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.PageSink;
import io.entente.connector.spi.ReadScope;
import io.entente.model.estate.Completeness;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import java.util.ArrayList;

/** Reads what is stored for a gateway, which is what its Envoys are told to run. */
final class NativeInventoryReader implements InventoryReader {

  private static final int PAGE = 500;

  private final GatewayId gateway;
  private final ResourceStore store;

  NativeInventoryReader(GatewayId gateway, ResourceStore store) {
    this.gateway = gateway;
    this.store = store;
  }

  @Override
  public Completeness read(ReadScope scope, PageSink sink) {
    StoredResources stored;
    try {
      stored = store.current(gateway);
    } catch (RuntimeException e) {
      return new Completeness.Failed(
          FailureClass.TRANSIENT,
          Problem.internal(
              "ENVOY_STORE_UNREADABLE",
              "The resources of " + gateway + " cannot be read",
              "Check the hub's database and read again."));
    }
    var page = new ArrayList<NativeObject>();
    for (var entry : stored.resources().entrySet()) {
      boolean inScope =
          !(scope instanceof ReadScope.Kinds kinds)
              || kinds.kinds().contains(entry.getKey().kind());
      if (inScope) {
        page.add(NativeObject.foreign(entry.getKey(), new Content.Tree(entry.getValue())));
      }
      if (page.size() == PAGE) {
        sink.page(page);
        page = new ArrayList<>();
      }
    }
    if (!page.isEmpty()) {
      sink.page(page);
    }
    return new Completeness.Complete();
  }
}
