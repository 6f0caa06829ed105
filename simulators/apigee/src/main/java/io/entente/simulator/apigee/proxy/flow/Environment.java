package io.entente.simulator.apigee.proxy.flow;

import io.entente.simulator.apigee.plane.HookPoint;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import io.entente.simulator.apigee.plane.RunningHook;
import io.entente.simulator.apigee.plane.RunningKey;
import io.entente.simulator.apigee.proxy.bundle.ApiProxy;
import io.entente.simulator.apigee.proxy.bundle.SharedFlow;
import io.entente.simulator.apigee.proxy.exchange.Callouts;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment ready to run; never changes.
 *
 * @param running what it was made from
 * @param proxies those that can run
 * @param sharedFlows those that can run, by name
 */
public record Environment(
    RunningEnvironment running, List<ApiProxy> proxies, Map<String, SharedFlow> sharedFlows)
    implements Callouts {

  public Environment {
    proxies = List.copyOf(proxies);
    sharedFlows = Map.copyOf(sharedFlows);
  }

  @Override
  public void call(String sharedFlow, Exchange exchange) throws PolicyFault {
    SharedFlow flow = sharedFlows.get(sharedFlow);
    if (flow == null) {
      throw new PolicyFault(
          Fault.step(500, "flow.SharedFlowNotFound", "Shared Flow " + sharedFlow + " Not Found"));
    }
    Steps.run(flow.steps(), exchange);
  }

  @Override
  public Optional<RunningKey> key(String key) {
    return running.keys().stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** Runs what is attached; a hook may be told to go on after a fault. */
  void hook(HookPoint point, Exchange exchange) throws PolicyFault {
    Optional<RunningHook> hook = Optional.ofNullable(running.hooks().get(point));
    if (hook.isEmpty() || exchange.skipping()) {
      return;
    }
    exchange.set("current.flow.name", point.label());
    try {
      exchange.call(hook.get().sharedFlow());
    } catch (PolicyFault failed) {
      if (!hook.get().continueOnError()) {
        throw failed;
      }
      exchange.note(failed.fault());
    }
  }
}
