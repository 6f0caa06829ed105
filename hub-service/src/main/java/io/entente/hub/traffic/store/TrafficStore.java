package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps traffic events, and counts of what is not kept one by one, for questions. One thread
 * writes, one counts ahead beside it, any number ask; all calls block. What it holds can be rebuilt
 * from Kafka as far back as Kafka keeps events.
 */
public interface TrafficStore extends AutoCloseable {

  /**
   * Keeps the events that it does not hold yet and the offsets, both or neither. Two events are the
   * same when tenant, gateway and id agree and their times differ by no more than the store's
   * window. Returns the events that were new.
   */
  List<TrafficEvent> write(TrafficBatch batch);

  /**
   * The same for counts of deliveries, which are known by their ids when they come again. Returns
   * how many rows were new, and how many were not.
   */
  Counted count(CountBatch batch);

  /** Rows that a batch of counts came to. */
  record Counted(int fresh, int known) {}

  /** Where reading {@code topic} of {@code cluster} continues, per partition; empty at first. */
  Map<Integer, Long> offsets(String cluster, String topic);

  /** Counts and percentiles per group, the busiest first, and over everything. */
  TrafficSummary summary(TrafficQuery query);

  /** The same per step of time for the 20 busiest groups; steps without a request are absent. */
  List<SeriesPoint> series(TrafficQuery query);

  /** Who got through; grouping and step of {@code query} do not matter. */
  CallersSeen callers(TrafficQuery query);

  /** The newest requests answered with {@code minStatus} or above, newest first. */
  List<RecordedRequest> errors(TrafficQuery query, int minStatus, int limit);

  /** Single requests, the newest first, from {@code after} on. */
  List<RecordedRequest> events(
      TrafficQuery query, EventFilter filter, Optional<EventPlace> after, int limit);

  /** Events of one id, the newest first. */
  List<TrafficEvent> event(Tenant tenant, Optional<String> gateway, String id, int limit);

  /**
   * Counts ahead a part of what is over, so that questions about long ranges are quick; their
   * answers are the same before and after. Returns whether there may be more to count.
   *
   * @param now by the clock of the hub
   */
  boolean rollUp(Instant now);

  /** Forgets events that the hub received before {@code limit}; returns how many. */
  long expire(Instant limit);

  /**
   * Forgets the oldest events where all together take more than {@code bytes}, so that the rest
   * takes less; returns how many. It gives back space in large pieces: it is no exact bound.
   */
  long shrink(long bytes);

  /**
   * For who reads {@code topic} from its beginning again: forgets where reading continues, and what
   * it told that the hub received at {@code from} or later; returns how many rows.
   */
  long forget(String cluster, String topic, Told told, Instant from);

  @Override
  void close();
}
