package io.entente.translator.envoy.reverse;

/** Where a filter gets its configuration for a request from, nearest first. */
enum Scope {
  ROUTE,
  VIRTUAL_HOST,
  ROUTE_CONFIGURATION,
  /** The filter's own in the chain, where nothing nearer says anything. */
  CHAIN
}
