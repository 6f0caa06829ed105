package io.entente.bench.query;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Traffic of 30 days: 20 gateways, 1,000 APIs of one to five routes, 3,000 consumers; few of each
 * have most of the traffic. In order of time, the same for the same seed.
 */
final class Workload {

  static final Tenant TENANT = new Tenant("main");
  static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
  static final Duration SPAN = Duration.ofDays(30);
  static final int GATEWAYS = 20;
  static final int APIS = 1000;
  static final int CONSUMERS = 3000;

  private static final int[] STATUS = {200, 200, 200, 200, 201, 204, 304, 400, 401, 404, 429, 503};

  private final Random random = new Random(20261122);
  private final long events;
  private final boolean ids;
  private final List<ApiName> apis = new ArrayList<>();
  private final List<GatewayId> gateways = new ArrayList<>();
  private final List<RouteName> routes = new ArrayList<>();
  private long made;

  /**
   * @param ids whether events have ids as gateways make them, and trace ids; otherwise short ones
   */
  Workload(long events, boolean ids) {
    this.events = events;
    this.ids = ids;
    for (int i = 0; i < APIS; i++) {
      apis.add(new ApiName("api-" + i));
    }
    for (int i = 0; i < GATEWAYS; i++) {
      gateways.add(new GatewayId("gateway-" + i));
    }
    for (int i = 0; i < 5; i++) {
      routes.add(new RouteName("route-" + i));
    }
  }

  /** The next events, fewer at the end, none after it. */
  List<TrafficEvent> next(int most) {
    var batch = new ArrayList<TrafficEvent>(most);
    while (batch.size() < most && made < events) {
      batch.add(event());
    }
    return batch;
  }

  private TrafficEvent event() {
    long nanos = SPAN.toNanos() / events * made++;
    Instant time = START.plusNanos(nanos);
    int api = skewed(APIS);
    long took = (long) (1e6 * Math.exp(2.5 + 1.1 * random.nextGaussian()));
    int status = STATUS[random.nextInt(STATUS.length)];
    return new TrafficEvent(
        ids ? hex(16) : Long.toString(made),
        TENANT,
        gateways.get(api % GATEWAYS),
        "node-" + api % 3,
        time,
        time.plusMillis(random.nextInt(2000)),
        random.nextInt(4) == 0 ? "POST" : "GET",
        "/v1/" + apis.get(api) + "/" + random.nextInt(50),
        Optional.of("api.example.com"),
        status,
        Duration.ofNanos(took),
        status == 429 || status == 401
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(took * 9 / 10)),
        Optional.of((long) random.nextInt(2000)),
        Optional.of((long) random.nextInt(20000)),
        Optional.of(apis.get(api)),
        Optional.of(routes.get(random.nextInt(1 + api % 5))),
        Optional.of("consumer-" + skewed(CONSUMERS)),
        Optional.of("10.1." + random.nextInt(16) + "." + random.nextInt(256)),
        Optional.of(status == 429 ? "rate_limited" : "via_upstream"),
        ids ? Optional.of(hex(16)) : Optional.empty(),
        Optional.of("kong/http-log"),
        new TreeSet<>());
  }

  /** Small numbers far more often than large ones. */
  private int skewed(int most) {
    double drawn = random.nextDouble();
    return (int) (most * drawn * drawn * drawn);
  }

  private String hex(int bytes) {
    var drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
