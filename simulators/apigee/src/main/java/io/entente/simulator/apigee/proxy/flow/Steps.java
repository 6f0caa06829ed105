package io.entente.simulator.apigee.proxy.flow;

import io.entente.simulator.apigee.proxy.bundle.Flow;
import io.entente.simulator.apigee.proxy.bundle.Flows;
import io.entente.simulator.apigee.proxy.bundle.Step;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import java.util.ArrayList;
import java.util.List;

/** Runs steps in order: PreFlow, the first conditional flow that holds, PostFlow. */
final class Steps {

  private Steps() {}

  static void request(Flows flows, Exchange exchange) throws PolicyFault {
    segment(flows, exchange, true);
  }

  static void response(Flows flows, Exchange exchange) throws PolicyFault {
    segment(flows, exchange, false);
  }

  /** Stops at a fault, and when a step has answered already. */
  static void run(List<Step> steps, Exchange exchange) throws PolicyFault {
    for (Step step : steps) {
      if (exchange.skipping()) {
        return;
      }
      if (step.condition().test(exchange)) {
        step.policy().run(exchange);
      }
    }
  }

  private static void segment(Flows flows, Exchange exchange, boolean request) throws PolicyFault {
    run(flows.pre(), exchange, request);
    var chosen = new ArrayList<Flow>();
    // Only now: a condition may look at what the PreFlow did.
    flows.conditional().stream()
        .filter(flow -> flow.condition().test(exchange))
        .findFirst()
        .ifPresent(chosen::add);
    chosen.add(flows.post());
    for (Flow flow : chosen) {
      run(flow, exchange, request);
    }
  }

  private static void run(Flow flow, Exchange exchange, boolean request) throws PolicyFault {
    if (!exchange.skipping()) {
      exchange.set("current.flow.name", flow.name());
      run(request ? flow.request() : flow.response(), exchange);
    }
  }
}
