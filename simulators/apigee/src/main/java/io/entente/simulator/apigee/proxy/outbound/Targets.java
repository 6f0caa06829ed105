package io.entente.simulator.apigee.proxy.outbound;

import io.entente.simulator.apigee.plane.RunningTarget;
import io.entente.simulator.apigee.proxy.bundle.TargetConnection;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls targets; of several servers each in turn, the next one when one is away. Any thread. */
public final class Targets {

  private static final String FLOW = "messaging.adaptors.http.flow.";
  private static final String AWAY = "The Service is temporarily unavailable";

  private final Map<List<String>, AtomicInteger> turns = new ConcurrentHashMap<>();

  /** What the URL of the configuration is for this request; empty with a load balancer. */
  public static Optional<String> url(TargetConnection connection, Exchange exchange) {
    return connection.url().map(url -> url.render(exchange));
  }

  /**
   * Sends the request of the exchange and returns the answer.
   *
   * @param configured what {@link #url} said before the request flows ran
   */
  public Message call(
      TargetConnection connection,
      Optional<String> configured,
      List<RunningTarget> servers,
      Exchange exchange)
      throws PolicyFault {
    var call =
        new TargetCall(
            connection.connectMillis(), connection.ioMillis(), connection.anyCertificate());
    TargetOutcome outcome = new TargetOutcome.Unreachable();
    for (TargetAddress to : addresses(connection, configured, servers, exchange)) {
      String pathAndQuery = TargetPath.of(exchange, to, overridden(configured, exchange));
      exchange.set("target.host", to.host());
      exchange.set("target.port", to.port());
      exchange.set("target.scheme", to.tls() ? "https" : "http");
      exchange.set("target.sent.start.timestamp", exchange.clock().millis());
      outcome = call.send(to, exchange.request(), pathAndQuery);
      long now = exchange.clock().millis();
      exchange.set("target.sent.end.timestamp", now);
      if (outcome instanceof TargetOutcome.Answered answered) {
        exchange.set("target.received.start.timestamp", now);
        exchange.set("target.received.end.timestamp", now);
        exchange.set("request.url", to.url(pathAndQuery));
        exchange.request().path(pathAndQuery.split("\\?", 2)[0]);
        return answered.message();
      }
      if (!(outcome instanceof TargetOutcome.Unreachable)) {
        break;
      }
    }
    throw new PolicyFault(fault(outcome));
  }

  private static Fault fault(TargetOutcome outcome) {
    if (outcome instanceof TargetOutcome.TimedOut) {
      return Fault.messaging(504, FLOW + "GatewayTimeout", "Gateway Timeout");
    }
    return outcome instanceof TargetOutcome.BrokenOff
        ? Fault.messaging(502, FLOW + "UnexpectedEOFAtTarget", "Unexpected EOF at target")
        : Fault.messaging(503, FLOW + "ServiceUnavailable", AWAY);
  }

  private static boolean overridden(Optional<String> configured, Exchange exchange) {
    Optional<String> now = exchange.text("target.url");
    return now.isPresent() && !now.equals(configured);
  }

  private List<TargetAddress> addresses(
      TargetConnection connection,
      Optional<String> configured,
      List<RunningTarget> servers,
      Exchange exchange)
      throws PolicyFault {
    if (configured.isPresent() || overridden(configured, exchange)) {
      String url = exchange.text("target.url").or(() -> configured).orElse("");
      return List.of(
          TargetAddress.parse(url)
              .orElseThrow(
                  () ->
                      new PolicyFault(
                          Fault.messaging(
                              500,
                              "messaging.adaptors.http.flow.InvalidTargetUrl",
                              "Target URL"))));
    }
    var live = new ArrayList<TargetAddress>();
    for (String name : connection.servers()) {
      servers.stream()
          .filter(server -> server.name().equals(name) && server.enabled())
          .map(server -> address(connection, server))
          .forEach(live::add);
    }
    if (live.isEmpty()) {
      throw new PolicyFault(Fault.messaging(503, FLOW + "NoActiveTargets", AWAY));
    }
    int turn =
        turns.computeIfAbsent(connection.servers(), s -> new AtomicInteger()).getAndIncrement();
    Collections.rotate(live, -Math.floorMod(turn, live.size()));
    return live;
  }

  private static TargetAddress address(TargetConnection connection, RunningTarget server) {
    return new TargetAddress(
        server.host(),
        server.port(),
        connection.tls(),
        TargetAddress.trimmed(connection.path()),
        "");
  }
}
