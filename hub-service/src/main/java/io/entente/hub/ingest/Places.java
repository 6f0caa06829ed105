package io.entente.hub.ingest;

import io.entente.model.identity.GatewayId;
import java.util.HashMap;
import java.util.Map;

/**
 * How many deliveries are taken in at once, in all and of one gateway: a gateway that is slow must
 * not keep the others out. Never waits; safe for many threads.
 */
final class Places {

  private final int all;
  private final int ofOne;
  private final Map<GatewayId, Integer> taken = new HashMap<>();
  private int sum;

  Places(int all, int ofOne) {
    if (all < 1 || ofOne < 1) {
      throw new IllegalArgumentException("places for deliveries: " + all + ", " + ofOne + " < 1");
    }
    this.all = all;
    this.ofOne = ofOne;
  }

  /** Takes a place; false when there is none. */
  synchronized boolean take(GatewayId gateway) {
    int mine = taken.getOrDefault(gateway, 0);
    if (sum >= all || mine >= ofOne) {
      return false;
    }
    taken.put(gateway, mine + 1);
    sum++;
    return true;
  }

  /** Gives a place back that was taken. */
  synchronized void giveBack(GatewayId gateway) {
    taken.computeIfPresent(gateway, (g, mine) -> mine == 1 ? null : mine - 1);
    sum--;
  }
}
