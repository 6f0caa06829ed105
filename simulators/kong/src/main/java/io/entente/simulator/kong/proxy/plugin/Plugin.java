package io.entente.simulator.kong.proxy.plugin;

import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import java.util.Optional;

/**
 * One plugin, for all its instances and all requests; called by many threads. Throw {@link
 * NotEnforced} for configuration it does not know; any other exception is the 500 of the gateway.
 */
public interface Plugin {

  String name();

  /** Greater runs first. */
  int priority();

  /** Before the service is asked; an answer ends that. */
  default Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    return Optional.empty();
  }

  /** When the head of an answer is there, whoever gave it. */
  default void answered(Exchange exchange, PluginInstance instance, ResponseDraft response) {}

  /** When the body of an answer is there. */
  default void filterBody(Exchange exchange, PluginInstance instance, ResponseDraft response) {}

  /** After the answer is sent. */
  default void log(Exchange exchange, PluginInstance instance) {}
}
