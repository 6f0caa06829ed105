package io.entente.hub.traffic.store;

import io.entente.hub.traffic.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Questions about the hour of {@link Events}. */
final class RandomQueries {

  private final Random random;

  RandomQueries(long seed) {
    random = new Random(seed);
  }

  List<TrafficQuery> list(int count) {
    var queries = new ArrayList<TrafficQuery>();
    for (int i = 0; i < count; i++) {
      var from = Events.START.plusSeconds(random.nextInt(3000) - 600);
      queries.add(
          new TrafficQuery(
              Events.TENANT,
              from,
              from.plusSeconds(1 + random.nextInt(4000)),
              new TrafficFilter(
                  some("gateway-", 3), some("api-", 4), some("route-", 4), Optional.empty()),
              GroupBy.values()[random.nextInt(GroupBy.values().length)],
              Duration.ofSeconds(7 + random.nextInt(900))));
    }
    return queries;
  }

  private Optional<String> some(String prefix, int most) {
    return random.nextInt(4) == 0 ? Optional.of(prefix + random.nextInt(most)) : Optional.empty();
  }
}
