package io.entente.hub.plan;

import io.entente.connector.spi.Connector;
import io.entente.hub.estate.ForeignWriter;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Policy;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.Takeover;
import io.entente.translator.Translator;
import java.util.List;
import java.util.SortedMap;

/** An estate that is another one but for what it says itself. */
public interface EstateOver extends GatewayEstate {

  GatewayEstate stored();

  @Override
  default Gateway gateway(GatewayId id) {
    return stored().gateway(id);
  }

  @Override
  default List<Api> apis(GatewayId id) {
    return stored().apis(id);
  }

  @Override
  default List<Policy> policies() {
    return stored().policies();
  }

  @Override
  default Translator translator(GatewayId id) {
    return stored().translator(id);
  }

  @Override
  default Connector connector(GatewayId id) {
    return stored().connector(id);
  }

  @Override
  default SortedMap<ObjectKey, NativeObject> lastObserved(GatewayId id) {
    return stored().lastObserved(id);
  }

  @Override
  default List<Adoption> adoptions(GatewayId id) {
    return stored().adoptions(id);
  }

  @Override
  default List<Takeover> takeovers(GatewayId id) {
    return stored().takeovers(id);
  }

  @Override
  default List<ForeignWriter> foreignWriters(GatewayId id, Snapshot observed) {
    return stored().foreignWriters(id, observed);
  }

  @Override
  default Snapshot refresh(GatewayId id) {
    return stored().refresh(id);
  }
}
