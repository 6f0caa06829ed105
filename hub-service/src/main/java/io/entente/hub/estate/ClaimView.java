package io.entente.hub.estate;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Map;
import java.util.Set;

/**
 * What of a gateway's objects is ours, as last applied. A bean of whoever keeps what was applied.
 */
@FunctionalInterface
public interface ClaimView {
  /** Claims by object; an object without any is foreign. Blocks. */
  Map<ObjectKey, Set<Claim>> claims(Tenant tenant, GatewayId gateway);
}
