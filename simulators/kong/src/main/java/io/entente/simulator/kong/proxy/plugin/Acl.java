package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import java.util.List;
import java.util.Optional;

/** {@code acl}: groups of the consumer against an allow or a deny list. */
final class Acl implements Plugin {

  @Override
  public String name() {
    return "acl";
  }

  @Override
  public int priority() {
    return 950;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    if (Json.flag(config, "always_use_authenticated_groups", false)) {
      throw new NotEnforced("always_use_authenticated_groups of acl");
    }
    if (exchange.identity().isEmpty()) {
      return Optional.of(exchange.error(401, "Unauthorized"));
    }
    List<String> groups = exchange.snapshot().groups(exchange.consumerId());
    List<String> deny = Json.texts(config, "deny");
    List<String> allow = Json.texts(config, "allow");
    boolean refused =
        deny.isEmpty()
            ? groups.stream().noneMatch(allow::contains)
            : groups.stream().anyMatch(deny::contains);
    if (refused) {
      return Optional.of(exchange.error(403, "You cannot consume this service"));
    }
    if (!Json.flag(config, "hide_groups_header", false)) {
      exchange.outgoing().headers().set("X-Consumer-Groups", String.join(", ", groups));
    }
    return Optional.empty();
  }
}
