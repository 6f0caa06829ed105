package io.entente.hub.apply;

import io.entente.hub.estate.ClaimView;
import io.entente.hub.plan.Transactions;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ObjectKey;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Claims by what was applied last. */
@Singleton
public final class AppliedClaims implements ClaimView {

  private final Transactions transactions;
  private final LastApplied lastApplied;

  public AppliedClaims(Transactions transactions, LastApplied lastApplied) {
    this.transactions = transactions;
    this.lastApplied = lastApplied;
  }

  @Override
  public Map<ObjectKey, Set<Claim>> claims(Tenant tenant, GatewayId gateway) {
    var claims = new TreeMap<ObjectKey, Set<Claim>>();
    transactions
        .call(connection -> lastApplied.of(connection, gateway))
        .forEach((key, object) -> claims.put(key, object.claims()));
    return claims;
  }
}
