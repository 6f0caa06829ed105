package io.entente.simulator.apigee.proxy.flow;

import io.entente.simulator.apigee.proxy.bundle.FaultRule;
import io.entente.simulator.apigee.proxy.bundle.Flows;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.exchange.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The error flow: at most one fault rule, then perhaps the default rule. */
final class Recovery {

  private Recovery() {}

  static void run(Flows flows, Exchange exchange) {
    List<FaultRule> rules = new ArrayList<>(flows.faultRules());
    if (exchange.side() == Side.PROXY) {
      Collections.reverse(rules);
    }
    Optional<FaultRule> chosen =
        rules.stream().filter(rule -> rule.condition().test(exchange)).findFirst();
    try {
      if (chosen.isPresent()) {
        run(chosen.get(), exchange);
      }
      Optional<FaultRule> last =
          flows
              .defaultRule()
              .filter(rule -> chosen.isEmpty() || rule.always())
              .filter(rule -> rule.condition().test(exchange));
      if (last.isPresent()) {
        run(last.get(), exchange);
      }
    } catch (PolicyFault again) {
      // A fault inside a rule ends the error flow, the default rule with it.
      exchange.fail(again.fault());
    }
  }

  private static void run(FaultRule rule, Exchange exchange) throws PolicyFault {
    exchange.set("current.flow.name", rule.name());
    Steps.run(rule.steps(), exchange);
  }
}
