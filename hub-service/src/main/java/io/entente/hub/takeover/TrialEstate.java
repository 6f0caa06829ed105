package io.entente.hub.takeover;

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
import java.util.stream.Stream;

/** The estate as it would be with what an import brings. */
record TrialEstate(
    GatewayEstate stored,
    List<Api> apis,
    List<Policy> morePolicies,
    List<Takeover> moreTakeovers,
    List<Adoption> moreAdoptions)
    implements GatewayEstate {

  TrialEstate {
    apis = List.copyOf(apis);
    morePolicies = List.copyOf(morePolicies);
    moreTakeovers = List.copyOf(moreTakeovers);
    moreAdoptions = List.copyOf(moreAdoptions);
  }

  @Override
  public Gateway gateway(GatewayId id) {
    return stored.gateway(id);
  }

  @Override
  public List<Api> apis(GatewayId id) {
    return Stream.concat(stored.apis(id).stream(), apis.stream().filter(api -> api.isOn(id)))
        .toList();
  }

  @Override
  public List<Policy> policies() {
    return Stream.concat(stored.policies().stream(), morePolicies.stream()).toList();
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
    return Stream.concat(stored.adoptions(id).stream(), moreAdoptions.stream()).toList();
  }

  @Override
  public List<Takeover> takeovers(GatewayId id) {
    return Stream.concat(stored.takeovers(id).stream(), moreTakeovers.stream()).toList();
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
