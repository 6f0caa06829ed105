package io.entente.simulator.kong.proxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.CurrentSnapshot;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.Snapshot;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Asks targets of upstreams with active checks at their intervals. */
final class ActiveChecks implements AutoCloseable {

  private static final int TICK_MILLIS = 100;

  private final CurrentSnapshot snapshot;
  private final HealthBook health;
  private final Map<String, Long> dueAt = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "kong-checks"));
  private final ThreadPoolExecutor probes =
      new ThreadPoolExecutor(
          0,
          8,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          task -> daemon(task, "kong-probe"),
          new ThreadPoolExecutor.DiscardPolicy());

  ActiveChecks(CurrentSnapshot snapshot, HealthBook health) {
    this.snapshot = snapshot;
    this.health = health;
    var unused =
        timer.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    probes.shutdownNow();
  }

  private void tick() {
    Snapshot now = snapshot.get();
    for (JsonNode upstream : now.upstreams()) {
      JsonNode active = active(upstream);
      String name = Json.text(upstream, "name", "");
      for (WeightedAddress target : Balancer.targets(now, upstream)) {
        String kind = health.healthy(name, target.address()) ? "healthy" : "unhealthy";
        double interval = Json.number(Json.object(active, kind), "interval", 0);
        if (interval > 0 && due(name + "\n" + target.target(), interval)) {
          probes.execute(() -> probe(name, active, target.address()));
        }
      }
    }
  }

  /** {@link NotEnforced} for checks that are on and of a type nobody here makes. */
  static void requireKnown(JsonNode upstream) {
    JsonNode active = active(upstream);
    boolean on =
        Json.number(Json.object(active, "healthy"), "interval", 0) > 0
            || Json.number(Json.object(active, "unhealthy"), "interval", 0) > 0;
    String type = Json.text(active, "type", "http");
    if (on && !type.equals("http") && !type.equals("tcp")) {
      throw new NotEnforced("active health checks of type " + type);
    }
  }

  static JsonNode active(JsonNode upstream) {
    return Json.object(Json.object(upstream, "healthchecks"), "active");
  }

  private boolean due(String target, double seconds) {
    long now = System.nanoTime();
    Long next = dueAt.get(target);
    if (next != null && now < next) {
      return false;
    }
    dueAt.put(target, now + Math.round(seconds * 1e9));
    return true;
  }

  private void probe(String upstream, JsonNode active, Address address) {
    int millis = (int) Math.max(1, Json.number(active, "timeout", 1) * 1000);
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(Json.text(active, "http_path", "/"), address.host());
    Outcome outcome =
        new UpstreamCall(new Timeouts(millis, millis), () -> false)
            .send(address, Wire.bytes(request), false);
    Optional<HealthBook.Sign> sign = Optional.empty();
    boolean tcp = Json.text(active, "type", "http").equals("tcp");
    if (outcome instanceof Outcome.Failed failed) {
      boolean slow = failed.status() == 504;
      sign = Optional.of(slow ? HealthBook.Sign.TIMEOUT : HealthBook.Sign.TCP_FAILURE);
    } else if (tcp) {
      sign = Optional.of(HealthBook.Sign.SUCCESS);
    } else if (outcome instanceof Outcome.Reply reply) {
      sign = HealthBook.sign(active, reply.status());
    }
    sign.ifPresent(seen -> health.report(upstream, address, active, seen));
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
