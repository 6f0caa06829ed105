package io.entente.simulator.kong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What the Admin API asks of the proxy. Any thread. Every method may be left as it is. */
public interface ProxyHooks {

  /** Health of one address of a target, in the words of {@code /upstreams/x/health}. */
  enum Health {
    HEALTHCHECKS_OFF,
    HEALTHY,
    UNHEALTHY,
    DNS_ERROR
  }

  /** A proxy that caches nothing and checks nothing. */
  ProxyHooks NONE = new ProxyHooks() {};

  /** {@code DELETE /proxy-cache}: forgets every cached answer. */
  default void purgeCache() {}

  /**
   * {@code DELETE /proxy-cache/key}: forgets one answer.
   *
   * @return false when it was not cached
   */
  default boolean purgeCacheEntry(String cacheKey) {
    return false;
  }

  /** {@code GET /proxy-cache/key}: the cached answer as Kong shows it. */
  default Optional<ObjectNode> cacheEntry(String cacheKey) {
    return Optional.empty();
  }

  /**
   * Health of a target by the ids of both; asked only where the upstream has checks that are on.
   */
  default Health health(String upstreamId, String targetId) {
    return Health.HEALTHY;
  }

  /** {@code PUT …/targets/t/healthy} and {@code …/unhealthy}: overrides what checks have found. */
  default void setHealth(String upstreamId, String targetId, boolean healthy) {}
}
