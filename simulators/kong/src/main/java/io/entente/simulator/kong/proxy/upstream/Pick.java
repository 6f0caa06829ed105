package io.entente.simulator.kong.proxy.upstream;

/** Where the balancer sends a try, or why it cannot. */
public sealed interface Pick {

  /** Go here; {@code upstream} is empty for a plain host. */
  record Chosen(Address address, String upstream) implements Pick {}

  /** No target can take it. */
  record NoPeer() implements Pick {}

  /** The name does not resolve. */
  record NoName() implements Pick {}
}
