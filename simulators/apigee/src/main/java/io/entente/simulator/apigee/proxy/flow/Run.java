package io.entente.simulator.apigee.proxy.flow;

import io.entente.simulator.apigee.plane.HookPoint;
import io.entente.simulator.apigee.proxy.bundle.Flows;
import io.entente.simulator.apigee.proxy.bundle.ProxyEndpoint;
import io.entente.simulator.apigee.proxy.bundle.RouteRule;
import io.entente.simulator.apigee.proxy.bundle.TargetEndpoint;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.exchange.Side;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.outbound.Targets;
import java.util.Optional;

/** One request through hooks, flows and target. Used once, by one thread. */
public final class Run {

  private final Environment environment;
  private final ProxyEndpoint endpoint;
  private final Targets targets;
  private final Exchange exchange;
  private Optional<TargetEndpoint> target = Optional.empty();
  private int targetStatus;
  private long targetMillis;
  private boolean policyError;
  private boolean targetError;

  public Run(Environment environment, ProxyEndpoint endpoint, Targets targets, Exchange exchange) {
    this.environment = environment;
    this.endpoint = endpoint;
    this.targets = targets;
    this.exchange = exchange;
  }

  public Exchange exchange() {
    return exchange;
  }

  /** 0 when the target did not answer. */
  public int targetStatus() {
    return targetStatus;
  }

  public long targetMillis() {
    return targetMillis;
  }

  public boolean policyError() {
    return policyError;
  }

  public boolean targetError() {
    return targetError;
  }

  /** Everything up to the answer the client gets. */
  public Message answer() {
    try {
      forth();
      back();
    } catch (PolicyFault failed) {
      recover(failed);
    }
    return exchange.outgoing();
  }

  /** What runs when the client has its answer; faults have no effect any more. */
  public void afterSending() {
    exchange.set("current.flow.name", "PostClientFlow");
    exchange.stopSkipping();
    try {
      Steps.run(endpoint.postClient(), exchange);
    } catch (PolicyFault late) {
      exchange.note(late.fault());
    }
  }

  private void forth() throws PolicyFault {
    environment.hook(HookPoint.PRE_PROXY, exchange);
    Steps.request(endpoint.flows(), exchange);
    if (exchange.skipping()) {
      return;
    }
    target = route();
    if (target.isPresent()) {
      throughTarget(target.get());
    }
  }

  private void back() throws PolicyFault {
    exchange.stopSkipping();
    exchange.enter(Side.PROXY);
    exchange.respond(exchange.response().orElseGet(() -> Message.response(200)));
    Steps.response(endpoint.flows(), exchange);
    environment.hook(HookPoint.POST_PROXY, exchange);
  }

  private Optional<TargetEndpoint> route() throws PolicyFault {
    if (endpoint.routes().isEmpty()) {
      return Optional.empty();
    }
    RouteRule rule =
        endpoint.routes().stream()
            .filter(r -> r.condition().test(exchange))
            .findFirst()
            .orElseThrow(
                () ->
                    new PolicyFault(
                        Fault.messaging(
                            500,
                            "messaging.runtime.RouteFailed",
                            "Unable to route the message to a TargetEndpoint")));
    exchange.set("route.name", rule.name());
    exchange.set("route.target", rule.target().map(TargetEndpoint::name).orElse(""));
    return rule.target();
  }

  private void throughTarget(TargetEndpoint to) throws PolicyFault {
    exchange.enter(Side.TARGET);
    exchange.set("target.name", to.name());
    Optional<String> url = Targets.url(to.connection(), exchange);
    url.ifPresent(u -> exchange.set("target.url", u));
    environment.hook(HookPoint.PRE_TARGET, exchange);
    Steps.request(to.flows(), exchange);
    if (exchange.skipping()) {
      return;
    }
    exchange.respond(call(to, url));
    if (!to.connection().succeeded(targetStatus)) {
      targetError = true;
      Message error = exchange.current().copy();
      throw new PolicyFault(
          new Fault(
              "messaging.adaptors.http.flow.ErrorResponseCode",
              "Response from target: " + targetStatus,
              targetStatus,
              "Messaging",
              error));
    }
    Steps.response(to.flows(), exchange);
    environment.hook(HookPoint.POST_TARGET, exchange);
  }

  private Message call(TargetEndpoint to, Optional<String> url) throws PolicyFault {
    long before = exchange.clock().millis();
    try {
      Message answer =
          targets.call(to.connection(), url, environment.running().targets(), exchange);
      targetStatus = answer.status();
      return answer;
    } catch (PolicyFault away) {
      targetError = true;
      throw away;
    } finally {
      targetMillis = exchange.clock().millis() - before;
    }
  }

  private void recover(PolicyFault failed) {
    policyError = failed.fault().category().equals("Step");
    exchange.stopSkipping();
    exchange.fail(failed.fault());
    if (!failed.direct()) {
      Recovery.run(flows(), exchange);
    }
  }

  private Flows flows() {
    return exchange.side() == Side.TARGET && target.isPresent()
        ? target.get().flows()
        : endpoint.flows();
  }
}
