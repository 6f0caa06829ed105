package io.entente.simulator.kong.proxy.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/**
 * What the proxy reads of the entity store. Kinds are named like the collections of the Admin API:
 * {@code services}, {@code routes}, {@code consumers}, {@code plugins}, {@code upstreams}, {@code
 * targets}, {@code key-auths}, {@code basic-auths}, {@code jwts}, {@code acls}. Any thread.
 */
public interface ProxyConfiguration {

  /** Grows with every change. */
  long version();

  /** Entities of one kind; the nodes are not changed afterwards. */
  Collection<ObjectNode> all(String kind);
}
