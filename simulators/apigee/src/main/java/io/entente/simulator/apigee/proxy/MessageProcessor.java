package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.plane.RequestFact;
import io.entente.simulator.apigee.plane.RequestFacts;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.flow.Entrances;
import io.entente.simulator.apigee.proxy.flow.Run;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.outbound.Targets;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes requests through what runs at the moment they come. Any thread. */
final class MessageProcessor {

  private final RequestFacts facts;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Supplier<Entrances> entrances;
  private final Targets targets = new Targets();

  MessageProcessor(
      RequestFacts facts, Clock clock, Supplier<String> ids, Supplier<Entrances> entrances) {
    this.facts = facts;
    this.clock = clock;
    this.ids = ids;
    this.entrances = entrances;
  }

  long now() {
    return clock.millis();
  }

  /** Whether the connection stays open. */
  boolean process(Incoming incoming, ResponseWriter out) throws IOException {
    boolean keep = incoming.head().keepAlive();
    boolean head = incoming.head().method().equals("HEAD");
    Message request = incoming.message();
    Optional<Entrances.Found> found = entrances.get().find(incoming.host(), request.path());
    if (found.isEmpty()) {
      String text =
          "Unable to identify proxy for host: " + incoming.host() + " and url: " + request.path();
      out.write(
          Fault.answer(404, "messaging.adaptors.http.flow.ApplicationNotFound", text), head, keep);
      return keep;
    }
    Entrances.Entrance at = found.get().entrance();
    var exchange = new Exchange(clock, at.environment(), request);
    Variables.begin(exchange, incoming, found.get(), ids.get());
    var run = new Run(at.environment(), at.endpoint(), targets, exchange);
    Message answer = answer(run);
    exchange.set("client.sent.start.timestamp", now());
    try {
      out.write(answer, head, keep);
    } finally {
      long end = now();
      exchange.set("client.sent.end.timestamp", end);
      count(at, incoming, run, answer, end);
      run.afterSending();
    }
    return keep;
  }

  private static Message answer(Run run) {
    try {
      return run.answer();
    } catch (RuntimeException unexpected) {
      Fault fault =
          Fault.messaging(
              500, "messaging.runtime.UnexpectedError", "Unexpected error: " + unexpected);
      run.exchange().fail(fault);
      return fault.answer();
    }
  }

  private void count(Entrances.Entrance at, Incoming incoming, Run run, Message answer, long end) {
    facts.count(
        new RequestFact(
            at.environment().running().environment(),
            at.proxy().name(),
            at.proxy().revision(),
            at.endpoint().basePath(),
            incoming.head().method(),
            incoming.startedAt(),
            answer.status(),
            run.targetStatus(),
            end - incoming.startedAt(),
            run.targetMillis(),
            incoming.body().length,
            answer.content().length,
            run.policyError(),
            run.targetError()));
  }
}
