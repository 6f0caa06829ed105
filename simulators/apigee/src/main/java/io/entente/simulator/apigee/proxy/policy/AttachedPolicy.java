package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import java.util.Locale;

/**
 * A policy of a bundle with what all types have in common.
 *
 * @param type the element's name
 */
public record AttachedPolicy(
    String name, String type, boolean enabled, boolean continueOnError, Policy policy) {

  /** Runs it unless it is turned off. */
  public void run(Exchange exchange) throws PolicyFault {
    if (!enabled) {
      return;
    }
    try {
      policy.run(exchange);
    } catch (PolicyFault failed) {
      String space = space();
      exchange.set(space + ".failed", true);
      exchange.set(space + "." + name + ".failed", true);
      if (!continueOnError) {
        throw failed;
      }
      exchange.note(failed.fault());
    }
  }

  private String space() {
    return switch (type) {
      case "AccessControl" -> "acl";
      case "Quota", "SpikeArrest" -> "ratelimit";
      case "VerifyJWT" -> "JWT";
      default -> type.toLowerCase(Locale.ROOT);
    };
  }
}
