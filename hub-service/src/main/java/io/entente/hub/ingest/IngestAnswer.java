package io.entente.hub.ingest;

import io.entente.connector.kong.log.KongLogBatch;
import java.util.List;

/**
 * What a delivery came to; everything accepted is durable.
 *
 * @param accepted entries that became events
 * @param refused entries that never can; delivering them again changes nothing
 * @param entries the first of the refused, by their place in the body, with the reason
 */
public record IngestAnswer(int accepted, int refused, List<Entry> entries) {

  private static final int SHOWN = 20;

  /** One refused entry; its text is not repeated. */
  public record Entry(int entry, String reason) {}

  static IngestAnswer of(KongLogBatch batch) {
    return new IngestAnswer(
        batch.events().size(),
        batch.refused().size(),
        batch.refused().stream()
            .limit(SHOWN)
            .map(refused -> new Entry(refused.entry(), refused.reason().name()))
            .toList());
  }
}
