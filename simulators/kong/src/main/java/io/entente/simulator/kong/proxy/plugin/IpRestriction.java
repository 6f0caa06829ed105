package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Cidr;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import java.util.List;
import java.util.Optional;

/** {@code ip-restriction}: deny wins; an allow list lets nobody else in. */
final class IpRestriction implements Plugin {

  @Override
  public String name() {
    return "ip-restriction";
  }

  @Override
  public int priority() {
    return 990;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    String ip = exchange.client().ip();
    List<String> allow = Json.texts(config, "allow");
    if (!contains(Json.texts(config, "deny"), ip) && (allow.isEmpty() || contains(allow, ip))) {
      return Optional.empty();
    }
    String message = Json.text(config, "message", "IP address not allowed: " + ip);
    return Optional.of(exchange.error(Json.whole(config, "status", 403), message));
  }

  private static boolean contains(List<String> blocks, String ip) {
    return blocks.stream().flatMap(b -> Cidr.parse(b).stream()).anyMatch(b -> b.contains(ip));
  }
}
