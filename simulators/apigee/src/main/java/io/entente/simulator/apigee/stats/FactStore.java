package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.plane.RequestFact;
import io.entente.simulator.apigee.plane.RequestFacts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last 200000 requests the data plane counted. A request shows up in queries when it ended at
 * least the analytics delay ago. Facts know their environment, not their organisation. Any thread.
 */
public final class FactStore implements RequestFacts {

  private static final int KEPT = 200_000;

  private final Deque<RequestFact> facts = new ArrayDeque<>();
  private final InstantSource clock;
  private final Duration delay;

  public FactStore(InstantSource clock, Duration delay) {
    this.clock = clock;
    this.delay = delay;
  }

  @Override
  public synchronized void count(RequestFact fact) {
    if (facts.size() == KEPT) {
      facts.removeFirst();
    }
    facts.addLast(fact);
  }

  /** What queries of an environment see now of requests that started in [from, to). */
  synchronized List<RequestFact> visible(String environment, long from, long to) {
    long latestEnd = clock.millis() - delay.toMillis();
    List<RequestFact> found = new ArrayList<>();
    for (RequestFact fact : facts) {
      if (fact.environment().equals(environment)
          && fact.startedAt() >= from
          && fact.startedAt() < to
          && fact.startedAt() + fact.totalMillis() <= latestEnd) {
        found.add(fact);
      }
    }
    return found;
  }
}
