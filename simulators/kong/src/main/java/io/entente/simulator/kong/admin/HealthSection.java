package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.ProxyHooks;
import io.entente.simulator.kong.ProxyHooks.Health;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.Entities;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /upstreams/x/health}, {@code …/targets/all}, and setting the health of a target by hand.
 */
final class HealthSection implements Section {

  private final KongStore store;
  private final EntityType upstreams;
  private final EntityType targets;
  private final Lookup lookup;
  private final Listing listing;
  private final Supplier<ProxyHooks> proxy;
  private final String nodeId;

  HealthSection(
      KongStore store,
      Catalogue catalogue,
      Entities entities,
      Supplier<ProxyHooks> proxy,
      String nodeId) {
    this.store = store;
    this.upstreams = catalogue.byName("upstreams");
    this.targets = catalogue.byName("targets");
    this.lookup = new Lookup(entities);
    this.listing = new Listing(entities);
    this.proxy = proxy;
    this.nodeId = nodeId;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    if (path.size() < 3 || !path.get(0).equals("upstreams")) {
      return Optional.empty();
    }
    String upstream = path.get(1);
    if (path.size() == 3 && path.get(2).equals("health")) {
      return Optional.of(Endpoint.get(request -> health(upstream, request)));
    }
    if (!path.get(2).equals("targets")) {
      return Optional.empty();
    }
    if (path.size() == 4 && path.get(3).equals("all")) {
      return Optional.of(Endpoint.get(request -> all(upstream, request)));
    }
    String last = path.get(path.size() - 1);
    boolean sets = last.equals("healthy") || last.equals("unhealthy");
    return sets && path.size() >= 5
        ? Optional.of(new Endpoint(Map.of("PUT", request -> set(upstream, path.get(3), last))))
        : Optional.empty();
  }

  @Override
  public List<String> templates() {
    String target = "/upstreams/{upstreams}/targets/{targets}/";
    return List.of(
        "/upstreams/{upstreams}/health",
        "/upstreams/{upstreams}/targets/all",
        target + "healthy",
        target + "unhealthy",
        target + "{address}/healthy",
        target + "{address}/unhealthy");
  }

  private Response health(String key, Request request) {
    return store.write(
        transaction -> {
          ObjectNode upstream = find(transaction, key);
          String id = upstream.path("id").asText();
          ObjectNode page = listing.targets(transaction, request, id);
          boolean checks = hasChecks(upstream.path("healthchecks"));
          if (request.argument("balancer_health").orElse("").equals("1")) {
            ObjectNode answer = Json.object().put("node_id", nodeId).putNull("next");
            answer.set("data", balancer(id, page.path("data"), checks));
            return Response.json(200, answer);
          }
          ArrayNode data = Json.NODES.arrayNode();
          page.path("data").forEach(target -> data.add(judged(id, target, checks)));
          page.put("node_id", nodeId).set("data", data);
          return Response.json(200, page);
        });
  }

  private ObjectNode judged(String upstreamId, JsonNode target, boolean checks) {
    Health health = health(upstreamId, target, checks);
    ObjectNode judged = target.deepCopy();
    judged.put("health", health.name());
    ObjectNode host = TargetView.host(target);
    host.withArray("addresses")
        .forEach(address -> ((ObjectNode) address).put("health", health.name()));
    judged.set("data", host);
    return judged;
  }

  private ObjectNode balancer(String upstreamId, JsonNode all, boolean checks) {
    ObjectNode data = Json.object().put("id", upstreamId);
    ObjectNode details = data.putObject("details");
    ArrayNode hosts = details.putArray("hosts");
    int total = 0;
    int available = 0;
    for (int i = all.size() - 1; i >= 0; i--) {
      JsonNode target = all.get(i);
      boolean healthy = health(upstreamId, target, checks) != Health.UNHEALTHY;
      int weight = target.path("weight").asInt();
      total += weight;
      available += healthy ? weight : 0;
      ObjectNode host = TargetView.host(target);
      host.set("weight", TargetView.weight(weight, healthy ? weight : 0));
      host.withArray("addresses")
          .forEach(address -> ((ObjectNode) address).put("healthy", healthy));
      hosts.add(host);
    }
    boolean healthy = available > 0;
    details.set("weight", TargetView.weight(total, available));
    details.put("healthy", healthy);
    String word = checks ? (healthy ? "HEALTHY" : "UNHEALTHY") : "HEALTHCHECKS_OFF";
    return data.put("balancer_health", word).put("health", word);
  }

  private Health health(String upstreamId, JsonNode target, boolean checks) {
    return checks
        ? proxy.get().health(upstreamId, target.path("id").asText())
        : Health.HEALTHCHECKS_OFF;
  }

  /** Checks are on when any count or interval of theirs is. */
  private static boolean hasChecks(JsonNode healthchecks) {
    JsonNode active = healthchecks.path("active");
    JsonNode passive = healthchecks.path("passive");
    return active.path("healthy").path("interval").asDouble() > 0
        || active.path("unhealthy").path("interval").asDouble() > 0
        || passive.path("unhealthy").path("tcp_failures").asInt() > 0
        || passive.path("unhealthy").path("http_failures").asInt() > 0
        || passive.path("unhealthy").path("timeouts").asInt() > 0
        || passive.path("healthy").path("successes").asInt() > 0;
  }

  private Response all(String key, Request request) {
    return store.write(
        transaction -> {
          String id = find(transaction, key).path("id").asText();
          return Response.json(200, listing.targets(transaction, request, id));
        });
  }

  private Response set(String key, String target, String word) {
    var parent = new Parent(upstreams, key, targets, "upstream");
    ObjectNode found = store.write(transaction -> lookup.child(transaction, parent, target));
    proxy
        .get()
        .setHealth(
            found.path("upstream").path("id").asText(),
            found.path("id").asText(),
            word.equals("healthy"));
    return Response.empty(204);
  }

  private ObjectNode find(Transaction transaction, String key) {
    return lookup.find(transaction, upstreams, key).orElseThrow(Refusal::notFound);
  }
}
