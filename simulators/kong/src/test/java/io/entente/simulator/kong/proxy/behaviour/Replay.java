package io.entente.simulator.kong.proxy.behaviour;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.KongNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** Configures a node as a scenario says and runs its steps at their times. */
final class Replay {

  private static final Pattern SERIES = Pattern.compile("([a-z_]+)(\\{.*})? ([-+0-9.e]+)");
  private static final Map<String, Integer> UNITS =
      Map.of("second", 1000, "minute", 60_000, "hour", 3_600_000, "day", 86_400_000);

  private final KongNode node;
  private final Lab lab;
  private final AdminClient admin;
  private final RawClient client;
  private long latestBy;

  Replay(KongNode node, Lab lab) {
    this.node = node;
    this.lab = lab;
    this.admin = new AdminClient(node.adminPort());
    this.client = new RawClient(node.proxyPort());
  }

  int proxyPort() {
    return node.proxyPort();
  }

  /** By how many milliseconds the steps were late at most. */
  long latestBy() {
    return latestBy;
  }

  List<Observation> run(JsonNode scenario) throws IOException, InterruptedException {
    admin.deleteEverything();
    lab.reset();
    admin.apply(lab.substitute(scenario.get("config")));
    pause(scenario.path("settle_ms").asLong(0));
    align(scenario.path("align"));
    long start = System.currentTimeMillis();
    latestBy = 0;
    Map<String, Double> base = Map.of();
    var seen = new ArrayList<Observation>();
    for (JsonNode step : scenario.get("steps")) {
      if (step.has("at_ms")) {
        long due = start + step.get("at_ms").asLong();
        pause(due - System.currentTimeMillis());
        latestBy = Math.max(latestBy, System.currentTimeMillis() - due);
      }
      if (step.has("upstream_set")) {
        lab.setDefaults(step.get("upstream_set"));
        seen.add(Observation.ofMetrics(Map.of()));
      } else if (step.has("metrics")) {
        Map<String, Double> now = metrics(step.get("metrics").get("families"));
        boolean baseline = step.get("metrics").path("baseline").asBoolean();
        seen.add(Observation.ofMetrics(baseline ? Map.of() : delta(base, now)));
        base = baseline ? now : base;
      } else if (step.has("admin")) {
        seen.add(administer(lab.substitute(step.get("admin"))));
      } else if (step.has("parallel")) {
        seen.add(parallel(step.get("request"), step.get("parallel").asInt()));
      } else {
        seen.add(request(step));
      }
    }
    return seen;
  }

  private Observation request(JsonNode step) throws IOException {
    long sentAt = System.currentTimeMillis();
    ObjectNode response = client.send(step.get("request"));
    int expected = Comparison.list(step.path("upstream_saw")).size();
    var saw = new ArrayList<>(lab.drainSeen());
    if (saw.size() < expected) {
      try {
        await()
            .atMost(Duration.ofSeconds(1))
            .until(() -> saw.addAll(lab.drainSeen()) && saw.size() >= expected);
      } catch (ConditionTimeoutException missing) {
        return Observation.of(response, saw, sentAt);
      }
    }
    Observation observed = Observation.of(response, saw, sentAt);
    int logs = step.path("expect_logs").asInt(0);
    if (logs == 0) {
      return observed;
    }
    var entries = new ArrayList<JsonNode>();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              entries.addAll(lab.drainLogs());
              return entries.size() >= logs;
            });
    return observed.with(entries);
  }

  private Observation administer(JsonNode call) {
    int status =
        admin
            .call(call.get("method").asText(), call.get("path").asText(), call.path("body"))
            .statusCode();
    ObjectNode response = Wires.MAPPER.createObjectNode().put("status", status);
    return Observation.of(response, List.of(), System.currentTimeMillis());
  }

  private Observation parallel(JsonNode request, int times) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      long sentAt = System.currentTimeMillis();
      var statuses = new TreeMap<String, Integer>();
      Callable<ObjectNode> one = () -> client.send(request);
      for (Future<ObjectNode> answer : threads.invokeAll(Collections.nCopies(times, one))) {
        statuses.merge(answer.get().get("status").asText(), 1, Integer::sum);
      }
      lab.drainSeen();
      return Observation.ofStatuses(statuses, sentAt);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Map<String, Double> metrics(JsonNode families) {
    var names = new ArrayList<String>();
    families.forEach(name -> names.add(name.asText()));
    var series = new TreeMap<String, Double>();
    for (String line : admin.get("/metrics").split("\n", -1)) {
      Matcher parts = SERIES.matcher(line);
      if (parts.matches() && names.contains(parts.group(1))) {
        String labels = parts.group(2) == null ? "" : parts.group(2);
        series.put(parts.group(1) + labels, Double.valueOf(parts.group(3)));
      }
    }
    return series;
  }

  private static Map<String, Double> delta(Map<String, Double> before, Map<String, Double> now) {
    var delta = new TreeMap<String, Double>();
    now.forEach(
        (name, value) -> {
          double change = value - before.getOrDefault(name, 0.0);
          if (change != 0) {
            delta.put(name, change);
          }
        });
    return delta;
  }

  /** Waits until the wall clock is inside every window. */
  private static void align(JsonNode align) throws InterruptedException {
    Set<JsonNode> windows = Set.copyOf(Comparison.list(align));
    boolean aligned = false;
    while (!aligned) {
      aligned = true;
      for (JsonNode window : windows) {
        long unit = UNITS.get(window.get("unit").asText());
        long now = System.currentTimeMillis() % unit;
        long from = window.get("from_ms").asLong();
        if (now < from || now >= window.get("to_ms").asLong()) {
          aligned = false;
          pause(Math.floorMod(from - now, unit) + 2);
        }
      }
    }
  }

  private static void pause(long millis) throws InterruptedException {
    if (millis > 0) {
      new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
  }
}
