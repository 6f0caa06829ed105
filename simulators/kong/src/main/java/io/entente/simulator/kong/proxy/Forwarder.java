package io.entente.simulator.kong.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Try;
import io.entente.simulator.kong.proxy.upstream.Address;
import io.entente.simulator.kong.proxy.upstream.Balancer;
import io.entente.simulator.kong.proxy.upstream.Outcome;
import io.entente.simulator.kong.proxy.upstream.Pick;
import io.entente.simulator.kong.proxy.upstream.Timeouts;
import io.entente.simulator.kong.proxy.upstream.UpstreamCall;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Asks a service, again where the gateway does. Any thread. */
final class Forwarder {

  private static final Set<String> NOT_IDEMPOTENT = Set.of("POST", "LOCK", "PATCH");

  private final Balancer balancer;

  Forwarder(Balancer balancer) {
    this.balancer = balancer;
  }

  /** What came of it. */
  sealed interface Result {

    /** A try that ended the matter. */
    record Ended(Outcome outcome) implements Result {}

    /** No address to go to; always 503. */
    record NoAddress(String message) implements Result {}
  }

  Result forward(Exchange exchange, JsonNode service, BooleanSupplier clientLeft) {
    int retries = Json.whole(service, "retries", 5);
    var call = new UpstreamCall(Timeouts.of(service), clientLeft);
    for (int tried = 0; ; tried++) {
      Pick pick = balancer.pick(exchange, service);
      if (pick instanceof Pick.NoName) {
        return new Result.NoAddress("name resolution failed");
      }
      if (!(pick instanceof Pick.Chosen chosen)) {
        return new Result.NoAddress("failure to get a peer from the ring-balancer");
      }
      Outcome outcome = attempt(exchange, call, chosen);
      boolean again =
          outcome instanceof Outcome.Failed failed
              && tried < retries
              && !(failed.sent() && NOT_IDEMPOTENT.contains(exchange.outgoing().method()));
      if (!again) {
        return new Result.Ended(outcome);
      }
    }
  }

  private Outcome attempt(Exchange exchange, UpstreamCall call, Pick.Chosen to) {
    Address address = to.address();
    long startedAt = System.currentTimeMillis();
    exchange.clock().proxying();
    byte[] request = Forwarding.request(exchange, address);
    balancer.began(to);
    Outcome outcome = call.send(address, request, exchange.outgoing().method().equals("HEAD"));
    balancer.ended(exchange, to, outcome);
    exchange.clock().answered();
    OptionalInt status = OptionalInt.empty();
    if (outcome instanceof Outcome.Reply reply) {
      status = OptionalInt.of(reply.status());
    } else if (outcome instanceof Outcome.Failed failed) {
      status = OptionalInt.of(failed.status());
    } else if (outcome instanceof Outcome.NotHttp) {
      status = OptionalInt.of(9);
    }
    boolean failed = outcome instanceof Outcome.Failed;
    exchange.tries().add(new Try(address.ip(), address.port(), startedAt, status, failed));
    return outcome;
  }
}
