package io.entente.hub.takeover;

import io.entente.hub.plan.EstateOver;
import io.entente.hub.plan.GatewayEstate;
import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.policy.Policy;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.Takeover;
import java.util.List;
import java.util.stream.Stream;

/** The estate as it would be with what an import brings. */
record TrialEstate(
    GatewayEstate stored,
    List<Api> apis,
    List<Policy> morePolicies,
    List<Takeover> moreTakeovers,
    List<Adoption> moreAdoptions)
    implements EstateOver {

  TrialEstate {
    apis = List.copyOf(apis);
    morePolicies = List.copyOf(morePolicies);
    moreTakeovers = List.copyOf(moreTakeovers);
    moreAdoptions = List.copyOf(moreAdoptions);
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
  public List<Adoption> adoptions(GatewayId id) {
    return Stream.concat(stored.adoptions(id).stream(), moreAdoptions.stream()).toList();
  }

  @Override
  public List<Takeover> takeovers(GatewayId id) {
    return Stream.concat(stored.takeovers(id).stream(), moreTakeovers.stream()).toList();
  }
}
