package io.entente.simulator.kong.proxy.metrics;

import io.entente.simulator.kong.MetricsPage;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counters of a node, shared by its workers. Any thread. */
public final class ProxyMetrics implements MetricsPage {

  private final String node = UUID.randomUUID().toString();
  private final Map<Family, Map<String, Double>> series = new TreeMap<>();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final Supplier<Map<String, Integer>> targetHealth;

  /**
   * @param targetHealth labels of {@code kong_upstream_target_health} to 0 or 1
   */
  public ProxyMetrics(Supplier<Map<String, Integer>> targetHealth) {
    this.targetHealth = targetHealth;
  }

  public void connected() {
    connections.incrementAndGet();
  }

  public void requested() {
    requests.incrementAndGet();
  }

  /** Counts one answer. */
  public void status(Exchange exchange, String consumer, int status, boolean fromService) {
    String labels =
        who(exchange)
            + ",code=\"%d\",source=\"%s\",workspace=\"default\",consumer=\"%s\""
                .formatted(status, fromService ? "service" : "kong", escape(consumer));
    add(Family.HTTP_REQUESTS, labels, 1);
  }

  public void bandwidth(Exchange exchange, String consumer, String direction, long bytes) {
    if (bytes > 0) {
      String labels =
          who(exchange)
              + ",direction=\"%s\",workspace=\"default\",consumer=\"%s\""
                  .formatted(direction, escape(consumer));
      add(Family.BANDWIDTH, labels, bytes);
    }
  }

  public void latencies(Exchange exchange) {
    observe(Family.REQUEST_LATENCY, exchange, exchange.clock().request());
    observe(Family.KONG_LATENCY, exchange, exchange.clock().kong());
    if (exchange.clock().upstream() >= 0) {
      observe(Family.UPSTREAM_LATENCY, exchange, exchange.clock().upstream());
    }
  }

  @Override
  public synchronized String text() {
    var page = new StringBuilder();
    gauge(
        page, "kong_datastore_reachable", "Datastore reachable from Kong, 0 is unreachable", "", 1);
    var all = new TreeMap<>(series);
    var health = new TreeMap<String, Double>();
    targetHealth.get().forEach((labels, value) -> health.put("{" + labels + "}", (double) value));
    if (!health.isEmpty()) {
      all.put(Family.TARGET_HEALTH, health);
    }
    all.forEach((family, values) -> family(page, family, values));
    String http = "node_id=\"" + node + "\",subsystem=\"http\"";
    gauge(page, "kong_nginx_requests_total", "Number of requests total", http, requests.get());
    gauge(
        page,
        "kong_nginx_connections_total",
        "Number of connections by subsystem",
        http + ",state=\"accepted\"",
        connections.get());
    gauge(
        page,
        "kong_node_info",
        "Kong Node metadata information",
        "node_id=\"" + node + "\",version=\"3.9.1\"",
        1);
    return page.toString();
  }

  private static void family(StringBuilder page, Family family, Map<String, Double> values) {
    head(page, family.title, family.help, family.type);
    values.forEach(
        (labels, value) ->
            page.append(family.title).append(labels).append(' ').append(text(value)).append('\n'));
  }

  private static void gauge(
      StringBuilder page, String title, String help, String labels, double value) {
    head(page, title, help, "gauge");
    String braces = labels.isEmpty() ? "" : "{" + labels + "}";
    page.append(title).append(braces).append(' ').append(text(value)).append('\n');
  }

  private static void head(StringBuilder page, String title, String help, String type) {
    page.append("# HELP ").append(title).append(' ').append(help).append('\n');
    page.append("# TYPE ").append(title).append(' ').append(type).append('\n');
  }

  private static String text(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }

  private void observe(Family family, Exchange exchange, double value) {
    String labels = who(exchange) + ",workspace=\"default\"";
    for (int bucket : family.buckets) {
      add(family, "_bucket", labels + ",le=\"" + bucket + "\"", value <= bucket ? 1 : 0);
    }
    add(family, "_bucket", labels + ",le=\"+Inf\"", 1);
    add(family, "_count", labels, 1);
    add(family, "_sum", labels, value);
  }

  private void add(Family family, String labels, double amount) {
    add(family, "", labels, amount);
  }

  private synchronized void add(Family family, String suffix, String labels, double amount) {
    series
        .computeIfAbsent(family, f -> new TreeMap<>())
        .merge(suffix + "{" + labels + "}", amount, Double::sum);
  }

  private static String who(Exchange exchange) {
    String service = exchange.service().map(s -> s.path("name").asText("")).orElse("");
    String host = exchange.service().map(s -> s.path("host").asText("")).orElse("");
    String route = exchange.match().map(m -> m.route().path("name").asText("")).orElse("");
    return "service=\"%s\",route=\"%s\""
        .formatted(
            escape(service.isEmpty() ? host : service),
            escape(route.isEmpty() ? exchange.routeId() : route));
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
