package io.entente.hub.ingest;

import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import java.util.HashMap;
import java.util.Map;

/**
 * How many bytes of deliveries are under way at once, in all and of one gateway: a gateway that is
 * slow must not keep the others out. Never waits; safe for many threads.
 */
final class Room {

  private static final int HEAP_PARTS = 20;

  private final long all;
  private final long ofOne;
  private final Map<GatewayId, Long> taken = new HashMap<>();
  private long sum;

  Room(long all, long ofOne) {
    if (ofOne < 1 || all < ofOne) {
      throw new IllegalArgumentException("room for deliveries: " + all + ", of one " + ofOne);
    }
    this.all = all;
    this.ofOne = ofOne;
  }

  /**
   * As is set, else a twentieth of the heap: what is made of a body takes more than the body, and
   * where both fill what is left of a heap, nearly all time goes into collecting garbage.
   *
   * @param heap the most there is, in bytes
   */
  static Room of(IngestConfig config, long heap) {
    long one = config.maxBody().asLongValue();
    long all =
        Math.max(config.maxMemory().map(MemorySize::asLongValue).orElse(heap / HEAP_PARTS), one);
    // Half, so that one gateway cannot keep out the others; a body that is allowed must fit.
    return new Room(all, Math.max(all / 2, one));
  }

  /**
   * Room for a delivery.
   *
   * @throws ProblemException when there is none
   */
  Share enter(GatewayId gateway, long bytes) {
    var share = new Share(gateway);
    share.grow(bytes);
    return share;
  }

  private synchronized boolean take(GatewayId gateway, long bytes) {
    long mine = taken.getOrDefault(gateway, 0L) + bytes;
    if (sum + bytes > all || mine > ofOne) {
      return false;
    }
    taken.put(gateway, mine);
    sum += bytes;
    return true;
  }

  private synchronized void giveBack(GatewayId gateway, long bytes) {
    taken.computeIfPresent(gateway, (g, mine) -> mine == bytes ? null : mine - bytes);
    sum -= bytes;
  }

  /** What one delivery takes. For one thread at a time. */
  final class Share {

    private final GatewayId gateway;
    private long bytes;

    private Share(GatewayId gateway) {
      this.gateway = gateway;
    }

    GatewayId gateway() {
      return gateway;
    }

    /**
     * Sees that it is at least so many bytes.
     *
     * @throws ProblemException when there is no room; what it had, it keeps
     */
    void grow(long least) {
      // Also an empty delivery takes something.
      long wanted = Math.max(1, least);
      if (wanted > bytes) {
        if (!take(gateway, wanted - bytes)) {
          throw IngestProblems.busy();
        }
        bytes = wanted;
      }
    }

    /** Gives all of it back; again, nothing. */
    void giveBack() {
      if (bytes > 0) {
        Room.this.giveBack(gateway, bytes);
        bytes = 0;
      }
    }
  }
}
