package io.entente.hub.preview;

import io.entente.connector.spi.Connector;
import io.entente.hub.estate.ForeignWriter;
import io.entente.hub.plan.GatewayEstate;
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

/** An estate as it is, but for its policies; APIs are read once. */
record DraftEstate(GatewayEstate stored, List<Api> allApis, List<Policy> policies)
    implements GatewayEstate {

  @Override
  public Gateway gateway(GatewayId id) {
    return stored.gateway(id);
  }

  @Override
  public List<Api> apis(GatewayId id) {
    return allApis.stream().filter(api -> api.isOn(id)).toList();
  }

  @Override
  public Translator translator(GatewayId id) {
    return stored.translator(id);
  }

  @Override
  public Connector connector(GatewayId id) {
    return stored.connector(id);
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> lastObserved(GatewayId id) {
    return stored.lastObserved(id);
  }

  @Override
  public List<Adoption> adoptions(GatewayId id) {
    return stored.adoptions(id);
  }

  @Override
  public List<Takeover> takeovers(GatewayId id) {
    return stored.takeovers(id);
  }

  @Override
  public List<ForeignWriter> foreignWriters(GatewayId id, Snapshot observed) {
    return stored.foreignWriters(id, observed);
  }

  @Override
  public Snapshot refresh(GatewayId id) {
    return stored.refresh(id);
  }
}
