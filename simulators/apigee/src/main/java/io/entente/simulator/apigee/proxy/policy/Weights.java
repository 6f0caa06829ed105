package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import java.util.Optional;

/** What a message weighs. */
final class Weights {

  private Weights() {}

  /** 1 unless a variable is named and set. */
  static long of(Exchange exchange, Optional<String> ref) throws PolicyFault {
    Optional<String> text = ref.flatMap(exchange::text).map(String::strip);
    if (text.isEmpty()) {
      return 1;
    }
    if (!text.get().matches("[0-9]{1,9}")) {
      throw new PolicyFault(
          Fault.step(
              500,
              "policies.ratelimit.InvalidMessageWeight",
              "Invalid message weight value " + text.get()));
    }
    return Long.parseLong(text.get());
  }
}
