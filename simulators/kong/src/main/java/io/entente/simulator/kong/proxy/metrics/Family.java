package io.entente.simulator.kong.proxy.metrics;

import java.util.List;

/** A family of series, in the words of the page. */
enum Family {
  HTTP_REQUESTS(
      "kong_http_requests_total",
      "counter",
      "HTTP status codes per consumer/service/route in Kong",
      List.of()),
  BANDWIDTH(
      "kong_bandwidth_bytes",
      "counter",
      "Total bandwidth (ingress/egress) throughput in bytes",
      List.of()),
  KONG_LATENCY(
      "kong_kong_latency_ms",
      "histogram",
      "Latency added by Kong and enabled plugins for each service/route in Kong",
      List.of(1, 2, 5, 7, 10, 15, 20, 30, 50, 75, 100, 200, 500, 750, 1000, 3000, 6000)),
  UPSTREAM_LATENCY(
      "kong_upstream_latency_ms",
      "histogram",
      "Latency added by upstream response for each service/route in Kong",
      List.of(25, 50, 80, 100, 250, 400, 700, 1000, 2000, 5000, 10000, 30000, 60000)),
  REQUEST_LATENCY(
      "kong_request_latency_ms",
      "histogram",
      "Total latency incurred during requests for each service/route in Kong",
      List.of(25, 50, 80, 100, 250, 400, 700, 1000, 2000, 5000, 10000, 30000, 60000)),
  TARGET_HEALTH(
      "kong_upstream_target_health",
      "gauge",
      "Health status of targets of upstream. States ="
          + " healthchecks_off|healthy|unhealthy|dns_error, value is 1 when state is populated.",
      List.of());

  final String title;
  final String type;
  final String help;
  final List<Integer> buckets;

  Family(String title, String type, String help, List<Integer> buckets) {
    this.title = title;
    this.type = type;
    this.help = help;
    this.buckets = buckets;
  }
}
