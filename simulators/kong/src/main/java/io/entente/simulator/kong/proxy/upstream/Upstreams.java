package io.entente.simulator.kong.proxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.ProxyHooks.Health;
import io.entente.simulator.kong.proxy.config.CurrentSnapshot;
import io.entente.simulator.kong.proxy.config.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The upstreams of a node: balancer, checks, and what both know. Any thread. */
public final class Upstreams implements AutoCloseable {

  private final CurrentSnapshot snapshot;
  private final HealthBook book = new HealthBook();
  private final Balancer balancer = new Balancer(book);
  private final ActiveChecks checks;

  public Upstreams(CurrentSnapshot snapshot) {
    this.snapshot = snapshot;
    this.checks = new ActiveChecks(snapshot, book);
  }

  public Balancer balancer() {
    return balancer;
  }

  /** A target the proxy has not heard of yet counts as healthy. */
  public Health health(String upstreamId, String targetId) {
    boolean known =
        snapshot.get().targets(upstreamId).stream().anyMatch(t -> Json.id(t).equals(targetId));
    if (!known) {
      return Health.HEALTHY;
    }
    return find(upstreamId, targetId)
        .map(f -> book.healthy(f.upstream(), f.address()) ? Health.HEALTHY : Health.UNHEALTHY)
        .orElse(Health.DNS_ERROR);
  }

  public void setHealth(String upstreamId, String targetId, boolean healthy) {
    find(upstreamId, targetId).ifPresent(f -> book.set(f.upstream(), f.address(), healthy));
  }

  /** Labels of {@code kong_upstream_target_health} to 0 or 1. */
  public Map<String, Integer> metrics() {
    var series = new TreeMap<String, Integer>();
    for (JsonNode upstream : snapshot.get().upstreams()) {
      String name = upstream.path("name").asText();
      for (WeightedAddress target : Balancer.targets(snapshot.get(), upstream)) {
        Health state =
            !checksAreOn(upstream)
                ? Health.HEALTHCHECKS_OFF
                : book.healthy(name, target.address()) ? Health.HEALTHY : Health.UNHEALTHY;
        for (Health possible : Health.values()) {
          String labels =
              "upstream=\"%s\",target=\"%s\",address=\"%s\",state=\"%s\",subsystem=\"http\""
                  .formatted(
                      name,
                      target.target(),
                      target.address().endpoint(),
                      possible.name().toLowerCase(Locale.ROOT));
          series.put(labels, possible == state ? 1 : 0);
        }
      }
    }
    return series;
  }

  @Override
  public void close() {
    checks.close();
  }

  private static boolean checksAreOn(JsonNode upstream) {
    JsonNode all = Json.object(upstream, "healthchecks");
    JsonNode active = Json.object(all, "active");
    JsonNode passive = Json.object(Json.object(all, "passive"), "unhealthy");
    return Json.number(Json.object(active, "healthy"), "interval", 0) > 0
        || Json.number(Json.object(active, "unhealthy"), "interval", 0) > 0
        || Json.whole(passive, "http_failures", 0) > 0
        || Json.whole(passive, "tcp_failures", 0) > 0
        || Json.whole(passive, "timeouts", 0) > 0;
  }

  private record Found(String upstream, Address address) {}

  private Optional<Found> find(String upstreamId, String targetId) {
    return snapshot.get().upstreams().stream()
        .filter(upstream -> Json.id(upstream).equals(upstreamId))
        .flatMap(
            upstream ->
                snapshot.get().targets(upstreamId).stream()
                    .filter(target -> Json.id(target).equals(targetId))
                    .flatMap(target -> WeightedAddress.of(target).stream())
                    .map(t -> new Found(Json.text(upstream, "name", ""), t.address())))
        .findFirst();
  }
}
