package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.util.List;
import java.util.Map;

/**
 * Events read from Kafka together with the place reading continues at.
 *
 * @param cluster id of the Kafka cluster; offsets mean nothing on another one
 * @param topic where the events were read
 * @param events in the order they were read
 * @param nextOffsets per partition, the first offset not in this batch
 */
public record TrafficBatch(
    String cluster, String topic, List<TrafficEvent> events, Map<Integer, Long> nextOffsets) {

  public TrafficBatch {
    events = List.copyOf(events);
    nextOffsets = Map.copyOf(nextOffsets);
  }
}
