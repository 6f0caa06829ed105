package io.entente.simulator.kong.proxy.plugin;

import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.config.Snapshot;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.lua.UnsupportedLua;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The instances that act on one exchange, in the order they act. Used by one thread. */
public final class PluginChain {

  private final List<Plugin> plugins;
  private final List<Step> steps = new ArrayList<>();

  private record Step(Plugin plugin, PluginInstance instance) {}

  public PluginChain(List<Plugin> plugins) {
    this.plugins =
        plugins.stream().sorted(Comparator.comparingInt(Plugin::priority).reversed()).toList();
  }

  /**
   * Runs the plugins that apply, most specific instance each. Those after an early answer do not
   * run, but still take part in the later phases.
   */
  public Optional<Answer> access(Exchange exchange) {
    Optional<Answer> early = unknown(exchange);
    for (Plugin plugin : plugins) {
      Optional<PluginInstance> instance =
          exchange
              .snapshot()
              .plugin(
                  plugin.name(), exchange.routeId(), exchange.serviceId(), exchange.consumerId());
      if (instance.isPresent()) {
        steps.add(new Step(plugin, instance.get()));
        if (early.isEmpty()) {
          early = run(exchange, plugin, instance.get());
        }
      }
    }
    // A plugin for the consumer alone is known only now.
    return early.or(() -> unknown(exchange));
  }

  /** For requests no route takes: global instances act on the answer and log. */
  public Optional<Answer> globalOnly(Exchange exchange) {
    for (Plugin plugin : plugins) {
      exchange
          .snapshot()
          .plugin(plugin.name(), "", "", "")
          .ifPresent(instance -> steps.add(new Step(plugin, instance)));
    }
    return unknown(exchange);
  }

  public void answered(Exchange exchange, ResponseDraft response) {
    steps.forEach(step -> step.plugin().answered(exchange, step.instance(), response));
  }

  public void filterBody(Exchange exchange, ResponseDraft response) {
    steps.forEach(step -> step.plugin().filterBody(exchange, step.instance(), response));
  }

  public void log(Exchange exchange) {
    steps.forEach(step -> step.plugin().log(exchange, step.instance()));
  }

  private static Optional<Answer> run(Exchange exchange, Plugin plugin, PluginInstance instance) {
    try {
      return plugin.access(exchange, instance);
    } catch (NotEnforced | UnsupportedLua unknown) {
      return Optional.of(refusal(exchange, plugin.name() + ": " + unknown.getMessage()));
    } catch (RuntimeException broken) {
      return Optional.of(exchange.error(500, "An unexpected error occurred"));
    }
  }

  // A plugin nobody enforces must be seen by whoever relies on it.
  private Optional<Answer> unknown(Exchange exchange) {
    Snapshot snapshot = exchange.snapshot();
    Set<String> names = new HashSet<>(snapshot.pluginNames());
    plugins.forEach(plugin -> names.remove(plugin.name()));
    return names.stream()
        .sorted()
        .filter(
            name ->
                snapshot
                    .plugin(name, exchange.routeId(), exchange.serviceId(), exchange.consumerId())
                    .isPresent())
        .findFirst()
        .map(name -> refusal(exchange, "the simulator does not enforce the plugin " + name));
  }

  private static Answer refusal(Exchange exchange, String message) {
    return exchange.error(500, message, Headers.of("X-Simulator-Not-Enforced", "1"));
  }
}
