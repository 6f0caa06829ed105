package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;

/** What a step does. Safe for any thread. */
@FunctionalInterface
public interface Policy {

  void run(Exchange exchange) throws PolicyFault;
}
