package io.entente.simulator.apigee.proxy.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * All counters of the data plane. They outlive revisions; each belongs to one environment, one
 * proxy, one policy or shared name, and one identifier. Any thread.
 */
public final class Counters {

  /** Identifiers beyond this many are counted together, so that memory stays bounded. */
  static final int MOST = 100_000;

  private final Map<CounterKey, Object> counters = new ConcurrentHashMap<>();

  public <T> T counter(CounterKey key, Class<T> type, Supplier<T> first) {
    CounterKey kept = counters.size() < MOST || counters.containsKey(key) ? key : key.overflow();
    return type.cast(counters.computeIfAbsent(kept, k -> first.get()));
  }
}
