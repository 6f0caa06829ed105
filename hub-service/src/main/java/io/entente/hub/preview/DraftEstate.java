package io.entente.hub.preview;

import io.entente.hub.plan.EstateOver;
import io.entente.hub.plan.GatewayEstate;
import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.policy.Policy;
import java.util.List;

/** An estate as it is, but for its policies; APIs are read once. */
record DraftEstate(GatewayEstate stored, List<Api> allApis, List<Policy> policies)
    implements EstateOver {

  @Override
  public List<Api> apis(GatewayId id) {
    return allApis.stream().filter(api -> api.isOn(id)).toList();
  }
}
