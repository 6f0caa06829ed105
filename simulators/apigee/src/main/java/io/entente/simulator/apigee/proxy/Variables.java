package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.proxy.address.IpAddress;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.flow.Entrances;
import java.util.List;

/** The flow variables every request begins with. */
final class Variables {

  private static final long NOT_YET = -1;

  private Variables() {}

  static void begin(Exchange exchange, Incoming incoming, Entrances.Found found, String id) {
    Entrances.Entrance at = found.entrance();
    exchange.set("messageid", id);
    exchange.set("organization.name", at.environment().running().organization());
    exchange.set("environment.name", at.environment().running().environment());
    exchange.set("apiproxy.name", at.proxy().name());
    exchange.set("apiproxy.revision", at.proxy().revision());
    exchange.set("apiproxy.basepath", "/");
    exchange.set("proxy.name", at.endpoint().name());
    exchange.set("proxy.basepath", at.endpoint().basePath());
    exchange.set("proxy.pathsuffix", found.suffix());
    exchange.set("proxy.url", "http://" + incoming.host() + incoming.head().target());
    exchange.set("proxy.client.ip", incoming.peer());
    exchange.set("client.ip", incoming.peer());
    exchange.set("client.resolved.ip", resolved(exchange));
    exchange.set("client.port", incoming.peerPort());
    exchange.set("client.host", incoming.peer());
    exchange.set("client.scheme", "http");
    exchange.set("client.ssl.enabled", "false");
    exchange.set("client.received.start.timestamp", incoming.startedAt());
    exchange.set("client.received.end.timestamp", incoming.endedAt());
    exchange.set("client.sent.start.timestamp", NOT_YET);
    exchange.set("client.sent.end.timestamp", NOT_YET);
    exchange.set("is.error", false);
  }

  /** The first forwarded address that is not local, else the last. */
  private static String resolved(Exchange exchange) {
    List<String> addresses =
        exchange.request().headers().values("X-Forwarded-For").stream()
            .filter(text -> IpAddress.parse(text).isPresent())
            .toList();
    return addresses.stream()
        .filter(text -> !IpAddress.parse(text).map(IpAddress::local).orElse(true))
        .findFirst()
        .orElseGet(() -> addresses.get(addresses.size() - 1));
  }
}
