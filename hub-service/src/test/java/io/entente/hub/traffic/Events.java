package io.entente.hub.traffic;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Generated events: plausible ones, and with odd text where a caller decides the text. */
public final class Events {

  public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  public static final Tenant TENANT = new Tenant("main");

  private static final String[] ODD = {
    "", "é", "\u0000", "\ud83d\ude00", "a b\"c\\", "\u2028", "x".repeat(2000), "%00", "'; --"
  };

  private final Random random;
  private int next;

  public Events(Random random) {
    this.random = random;
  }

  /** One event with the given facts and nothing optional. */
  public static TrafficEvent event(String id, Instant time, int status, Duration duration) {
    return event("edge", id, time, status, duration);
  }

  public static TrafficEvent event(
      String gateway, String id, Instant time, int status, Duration duration) {
    return new TrafficEvent(
        id,
        TENANT,
        new GatewayId(gateway),
        "node-1",
        time,
        time.plusSeconds(1),
        "GET",
        "/orders",
        Optional.of("shop.example:8080"),
        status,
        duration,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ApiName("orders")),
        Optional.of(new RouteName("list")),
        Optional.empty(),
        Optional.of("127.0.0.1"),
        Optional.of("via_upstream"),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(Set.of("enduser.id")));
  }

  /** One event by a caller from an address; {@code unseen} is what was not observable. */
  public static TrafficEvent caller(
      String id, String address, int status, Optional<String> consumer, Set<String> unseen) {
    var event = event(id, START, status, Duration.ofMillis(1));
    return EventDraft.like(event).by(consumer, address).unseen(unseen).event();
  }

  /** The next event, with an id no other of this generator has. */
  public TrafficEvent next() {
    var time = START.plusNanos(random.nextLong(3_600_000_000_000L));
    return new TrafficEvent(
        "e" + next++ + maybeOdd(),
        TENANT,
        new GatewayId("gateway-" + random.nextInt(3)),
        "node" + maybeOdd(),
        time,
        time.plusMillis(random.nextInt(5000)),
        random.nextBoolean() ? "GET" : "POST" + maybeOdd(),
        "/p" + maybeOdd(),
        optional(() -> random.nextBoolean() ? "[::1]:80" : "host:0" + maybeOdd()),
        random.nextInt(10) == 0 ? 0 : 100 + random.nextInt(500),
        Duration.ofNanos(random.nextInt(20) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 25)),
        optional(() -> Duration.ofNanos(random.nextInt())).map(Duration::abs),
        optional(random::nextLong),
        optional(() -> (long) random.nextInt(100)),
        optional(() -> new ApiName("api-" + random.nextInt(4))),
        optional(() -> new RouteName("route-" + random.nextInt(4))),
        optional(() -> "consumer" + maybeOdd()),
        optional(() -> "10.0.0." + random.nextInt(256)),
        optional(() -> "flag" + maybeOdd()),
        optional(() -> "0af7651916cd43dd8448eb211c80319c"),
        optional(() -> "vendor/means" + maybeOdd()),
        new TreeSet<>(random.nextBoolean() ? Set.of() : Set.of("client.address", "url.query")));
  }

  public List<TrafficEvent> list(int count) {
    List<TrafficEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }

  /** Of which some stand for more than themselves. */
  public List<TrafficEvent> weighed(int count) {
    return list(count).stream()
        .map(event -> event.weighing(random.nextInt(3) == 0 ? 1 + random.nextInt(100) : 1))
        .toList();
  }

  private String maybeOdd() {
    return random.nextInt(4) == 0 ? ODD[random.nextInt(ODD.length)] : "";
  }

  private <T> Optional<T> optional(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }
}
