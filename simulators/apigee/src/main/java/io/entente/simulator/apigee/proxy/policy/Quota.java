package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.limit.CounterKey;
import io.entente.simulator.apigee.proxy.limit.Counters;
import io.entente.simulator.apigee.proxy.limit.QuotaCounter;
import io.entente.simulator.apigee.proxy.limit.QuotaRule;
import io.entente.simulator.apigee.proxy.limit.QuotaVerdict;
import io.entente.simulator.apigee.proxy.limit.Window;
import org.w3c.dom.Element;

/** So many messages in a window of time, for each identifier and proxy. */
final class Quota implements Policy {

  private final String name;
  private final Counters counters;
  private final QuotaSettings settings;

  private Quota(String name, Counters counters, QuotaSettings settings) {
    this.name = name;
    this.counters = counters;
    this.settings = settings;
  }

  static Policy read(String name, Element xml, Counters counters) throws BadPolicy {
    return new Quota(name, counters, QuotaSettings.read(xml));
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    long allowed = settings.allow(exchange);
    Window window = settings.window(exchange);
    long weight = Weights.of(exchange, settings.weight());
    String identifier = Limits.identifier(exchange, settings.identifier());
    var rule = new QuotaRule(settings.type(), window, settings.anchor());
    var key =
        new CounterKey(
            Limits.environment(exchange),
            exchange.text("apiproxy.name").orElse(""),
            settings.sharedName().orElse(name),
            rule.toString(),
            identifier);
    QuotaCounter counter = counters.counter(key, QuotaCounter.class, () -> new QuotaCounter(rule));
    QuotaVerdict verdict =
        counter.take(
            exchange.clock().instant(),
            allowed,
            settings.enforceOnly() ? 0 : weight,
            !settings.enforceOnly(),
            !settings.countOnly());
    boolean refused = verdict.exceeded() && !settings.countOnly();
    var variables = new Limits(exchange, "ratelimit." + name + ".");
    variables.set("allowed.count", allowed);
    variables.set("used.count", verdict.used());
    variables.set("available.count", Math.max(0, allowed - verdict.used()));
    variables.set("exceed.count", verdict.exceeded() ? 1L : 0L);
    variables.set("total.exceed.count", verdict.exceeded() ? 1L : 0L);
    variables.set("expiry.time", verdict.expiry());
    variables.set("identifier", identifier);
    variables.set("failed", false);
    if (refused) {
      throw new PolicyFault(
          Fault.step(
              429,
              "policies.ratelimit.QuotaViolation",
              "Rate limit quota violation. Quota limit  exceeded. Identifier : " + identifier));
    }
  }
}
