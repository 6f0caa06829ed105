package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.limit.CounterKey;
import io.entente.simulator.apigee.proxy.limit.Counters;
import io.entente.simulator.apigee.proxy.limit.SpikeCounter;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.time.Instant;
import java.util.Optional;
import org.w3c.dom.Element;

/** A rate, smoothed to one message an interval, or counted in a sliding window. */
final class SpikeArrest implements Policy {

  private static final String RATE = "[1-9][0-9]{0,8}p[sm]";

  private final String name;
  private final Counters counters;
  private final Optional<String> rate;
  private final Optional<String> rateRef;
  private final Optional<String> identifier;
  private final Optional<String> weight;
  private final boolean effective;

  private SpikeArrest(String name, Element xml, Counters counters) {
    this.name = name;
    this.counters = counters;
    this.rate = Elements.text(xml, "Rate");
    this.rateRef = Elements.attribute(xml, "Rate", "ref");
    this.identifier = Elements.attribute(xml, "Identifier", "ref");
    this.weight = Elements.attribute(xml, "MessageWeight", "ref");
    this.effective = Elements.truth(xml, "UseEffectiveCount", false);
  }

  static Policy read(String name, Element xml, Counters counters) throws BadPolicy {
    var policy = new SpikeArrest(name, xml, counters);
    boolean none = policy.rate.isEmpty() && policy.rateRef.isEmpty();
    if (none || policy.rate.isPresent() && !policy.rate.get().matches(RATE)) {
      throw new BadPolicy("InvalidAllowedRate: Rate is '" + policy.rate.orElse("") + "'");
    }
    return policy;
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    String text = rateRef.flatMap(exchange::text).or(() -> rate).orElse("").strip();
    if (!text.matches(RATE)) {
      throw new PolicyFault(
          Fault.step(
              500,
              "policies.ratelimit.FailedToResolveSpikeArrestRate",
              "Failed to resolve Spike Arrest Rate reference " + rateRef.orElse("")));
    }
    long messages = Long.parseLong(text.substring(0, text.length() - 2));
    long period = text.endsWith("ps") ? 1_000_000 : 60_000_000;
    long heavy = Weights.of(exchange, weight);
    String who = Limits.identifier(exchange, identifier);
    var key =
        new CounterKey(
            Limits.environment(exchange),
            exchange.text("apiproxy.name").orElse(""),
            name,
            "spike " + effective,
            who);
    SpikeCounter counter = counters.counter(key, SpikeCounter.class, SpikeCounter::new);
    long now = micros(exchange.clock().instant());
    boolean allowed =
        effective
            ? counter.sliding(now, messages, period, heavy)
            : counter.smooth(now, messages, period, heavy);
    var variables = new Limits(exchange, "ratelimit." + name + ".");
    variables.set("allowed.count", messages);
    variables.set("used.count", effective ? counter.used() : allowed ? heavy : 0L);
    variables.set("available.count", available(allowed, messages, counter));
    variables.set("exceed.count", allowed ? 0L : 1L);
    variables.set("total.exceed.count", allowed ? 0L : 1L);
    variables.set("expiry.time", (now + period) / 1000);
    variables.set("identifier", who);
    variables.set("failed", false);
    if (!allowed) {
      throw new PolicyFault(
          Fault.step(
              429,
              "policies.ratelimit.SpikeArrestViolation",
              "Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod="
                  + messages
                  + ", periodInMicroseconds="
                  + period
                  + ", maxBurstMessageCount="
                  + (effective ? messages : 1)
                  + ".0}"));
    }
  }

  private long available(boolean allowed, long messages, SpikeCounter counter) {
    if (!allowed) {
      return 0;
    }
    return effective ? Math.max(1, messages - counter.used()) : 1;
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }
}
