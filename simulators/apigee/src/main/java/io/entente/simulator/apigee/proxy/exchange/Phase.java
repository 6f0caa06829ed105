package io.entente.simulator.apigee.proxy.exchange;

/** Which message a policy works on by default. */
public enum Phase {
  REQUEST,
  RESPONSE,
  ERROR
}
