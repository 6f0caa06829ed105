package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.metrics.ProxyMetrics;

/** {@code prometheus}: counts exchanges that have a route. */
final class Prometheus implements Plugin {

  private final ProxyMetrics metrics;

  Prometheus(ProxyMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public int priority() {
    return 13;
  }

  @Override
  public void log(Exchange exchange, PluginInstance instance) {
    if (exchange.match().isEmpty() || exchange.response().isEmpty()) {
      return;
    }
    JsonNode config = instance.config();
    String consumer =
        Json.flag(config, "per_consumer", false)
            ? exchange
                .identity()
                .map(identity -> identity.consumer().path("username").asText(""))
                .orElse("")
            : "";
    ResponseDraft response = exchange.response().get();
    if (Json.flag(config, "status_code_metrics", false)) {
      boolean service = response.source() == ResponseDraft.Source.UPSTREAM;
      metrics.status(exchange, consumer, response.status(), service);
    }
    if (Json.flag(config, "bandwidth_metrics", false)) {
      long received = exchange.head().size() + exchange.body().length;
      metrics.bandwidth(exchange, consumer, "ingress", received);
      metrics.bandwidth(exchange, consumer, "egress", exchange.sentBytes());
    }
    if (Json.flag(config, "latency_metrics", false)) {
      metrics.latencies(exchange);
    }
  }
}
