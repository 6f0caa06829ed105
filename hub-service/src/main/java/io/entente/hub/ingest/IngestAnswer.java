package io.entente.hub.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import io.entente.connector.kong.log.KongLogBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final JsonFactory JSON = new JsonFactory();

  /** One refused entry; its text is not repeated. */
  public record Entry(int entry, String reason) {}

  /** As JSON, in UTF-8. */
  byte[] json() {
    var out = new ByteArrayOutputStream(64);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("accepted", accepted);
      json.writeNumberField("refused", refused);
      json.writeArrayFieldStart("entries");
      for (Entry entry : entries) {
        json.writeStartObject();
        json.writeNumberField("entry", entry.entry());
        json.writeStringField("reason", entry.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

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
