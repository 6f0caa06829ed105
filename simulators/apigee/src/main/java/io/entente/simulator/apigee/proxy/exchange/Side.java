package io.entente.simulator.apigee.proxy.exchange;

/** Whose fault rules apply. */
public enum Side {
  PROXY,
  TARGET
}
