package io.entente.simulator.kong.proxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.Snapshot;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses addresses, and hears how tries went. Any thread. */
public final class Balancer {

  private final HealthBook health;
  private final Map<String, Integer> current = new HashMap<>();
  private final Map<String, Integer> active = new HashMap<>();

  Balancer(HealthBook health) {
    this.health = health;
  }

  /** The Set-Cookie line the balancer wants in the answer, if any. */
  public static Optional<String> cookie(Exchange exchange) {
    return exchange.note(HashValue.COOKIE_NOTE, String.class);
  }

  public Pick pick(Exchange exchange, JsonNode service) {
    String host = Json.text(service, "host", "");
    Optional<JsonNode> upstream = exchange.snapshot().upstream(host);
    if (upstream.isEmpty()) {
      int port = Json.whole(service, "port", 80);
      return Names.resolve(host)
          .<Pick>map(ip -> new Pick.Chosen(new Address(ip, port, host), ""))
          .orElseGet(Pick.NoName::new);
    }
    JsonNode pool = upstream.get();
    ActiveChecks.requireKnown(pool);
    List<WeightedAddress> targets = targets(exchange.snapshot(), pool);
    if (!enough(host, pool, targets)) {
      return new Pick.NoPeer();
    }
    Optional<Address> address =
        switch (Json.text(pool, "algorithm", "round-robin")) {
          case "consistent-hashing" -> hashed(exchange, host, pool, targets);
          case "least-connections", "latency" -> leastBusy(host, targets);
          default -> roundRobin(host, targets);
        };
    return address
        .<Pick>map(found -> new Pick.Chosen(named(pool, found), host))
        .orElseGet(Pick.NoPeer::new);
  }

  /** A try begins; {@link #ended} must follow. */
  public synchronized void began(Pick.Chosen to) {
    active.merge(busyKey(to.upstream(), to.address()), 1, Integer::sum);
  }

  public void ended(Exchange exchange, Pick.Chosen to, Outcome outcome) {
    synchronized (this) {
      active.computeIfPresent(busyKey(to.upstream(), to.address()), (k, n) -> n > 1 ? n - 1 : null);
    }
    exchange.snapshot().upstream(to.upstream()).ifPresent(pool -> observe(pool, to, outcome));
  }

  static List<WeightedAddress> targets(Snapshot snapshot, JsonNode upstream) {
    return snapshot.targets(Json.id(upstream)).stream()
        .flatMap(target -> WeightedAddress.of(target).stream())
        .filter(target -> target.weight() > 0)
        .toList();
  }

  private void observe(JsonNode pool, Pick.Chosen to, Outcome outcome) {
    JsonNode passive = Json.object(Json.object(pool, "healthchecks"), "passive");
    Optional<HealthBook.Sign> sign = Optional.empty();
    if (outcome instanceof Outcome.Reply reply) {
      sign = HealthBook.sign(passive, reply.status());
    } else if (outcome instanceof Outcome.Failed failed) {
      boolean slow = failed.status() == 504;
      sign = Optional.of(slow ? HealthBook.Sign.TIMEOUT : HealthBook.Sign.TCP_FAILURE);
    }
    sign.ifPresent(s -> health.report(to.upstream(), to.address(), passive, s));
  }

  private boolean enough(String upstream, JsonNode pool, List<WeightedAddress> targets) {
    double threshold = Json.number(Json.object(pool, "healthchecks"), "threshold", 0);
    double all = targets.stream().mapToInt(WeightedAddress::weight).sum();
    double good =
        targets.stream()
            .filter(t -> health.healthy(upstream, t.address()))
            .mapToInt(WeightedAddress::weight)
            .sum();
    return good > 0 && good / all * 100 >= threshold;
  }

  private Optional<Address> hashed(
      Exchange exchange, String upstream, JsonNode pool, List<WeightedAddress> targets) {
    return new Continuum(targets, Json.whole(pool, "slots", 10_000))
        .find(HashValue.of(exchange, pool), address -> health.healthy(upstream, address));
  }

  /** Smooth weighted round robin. */
  private synchronized Optional<Address> roundRobin(String upstream, List<WeightedAddress> all) {
    List<WeightedAddress> usable =
        all.stream().filter(t -> health.healthy(upstream, t.address())).toList();
    int total = usable.stream().mapToInt(WeightedAddress::weight).sum();
    usable.forEach(t -> current.merge(busyKey(upstream, t.address()), t.weight(), Integer::sum));
    Optional<WeightedAddress> best =
        usable.stream()
            .max(
                Comparator.comparingInt(
                    t -> current.getOrDefault(busyKey(upstream, t.address()), 0)));
    best.ifPresent(b -> current.merge(busyKey(upstream, b.address()), -total, Integer::sum));
    return best.map(WeightedAddress::address);
  }

  private synchronized Optional<Address> leastBusy(String upstream, List<WeightedAddress> all) {
    List<WeightedAddress> usable =
        all.stream().filter(t -> health.healthy(upstream, t.address())).toList();
    double least = usable.stream().mapToDouble(t -> load(upstream, t)).min().orElse(0);
    return roundRobin(upstream, usable.stream().filter(t -> load(upstream, t) <= least).toList());
  }

  private double load(String upstream, WeightedAddress target) {
    int connections = active.getOrDefault(busyKey(upstream, target.address()), 0);
    return (connections + 1.0) / target.weight();
  }

  private static Address named(JsonNode pool, Address address) {
    return Json.text(pool, "host_header")
        .map(name -> new Address(address.ip(), address.port(), name))
        .orElse(address);
  }

  private static String busyKey(String upstream, Address address) {
    return upstream + "\n" + address.endpoint();
  }
}
