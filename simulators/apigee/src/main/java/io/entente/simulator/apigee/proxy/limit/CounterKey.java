package io.entente.simulator.apigee.proxy.limit;

/**
 * Whose counter.
 *
 * @param rule the shape of the limit, so that a changed window begins anew
 */
public record CounterKey(
    String environment, String proxy, String policy, String rule, String identifier) {

  CounterKey overflow() {
    return new CounterKey(environment, proxy, policy, rule, "\0others");
  }
}
